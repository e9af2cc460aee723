/** The MCP server over a built site, for any transport: tools, pages as resources, the assistant's prompt. */
import { McpServer } from '@modelcontextprotocol/server';
import packageFacts from '../../package.json' with { type: 'json' };
import { markdownRouteOf } from '../model/routes.ts';
import { whenScraped } from '../model/scrape-date.ts';
import type { Docs } from './docs.ts';
import { toolsOf, type Tool } from './tools.ts';

const READS_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

/**
 * What makes a server for one connection or request; the tools are made once.
 * @returns a factory for `serveStdio` and `createMcpHandler`
 */
export function docsServer(docs: Docs): () => McpServer {
  const tools = toolsOf(docs.facts);
  return () => {
    const server = new McpServer(
      {
        name: 'motia-docs',
        title: 'Motia docs (unofficial)',
        version: packageFacts.version,
      },
      { instructions: instructionsOf(docs) },
    );
    for (const tool of tools) offerTool(server, docs, tool);
    offerPages(server, docs);
    offerPrompt(server, docs);
    return server;
  };
}

function instructionsOf({ facts }: Docs): string {
  return `Motia’s documentation as scraped from ${facts.upstream} ${whenScraped(facts.scraped)} (unofficial): ${facts.pages.length} pages. At the start of a task read what it needs with read_for_task. Find a section with search_docs, read it with read_page (its id as page, language for one language’s code). Name the pages that you used.`;
}

function offerTool(server: McpServer, docs: Docs, { name, run, ...tool }: Tool): void {
  const { title, description, input: inputSchema, output: outputSchema } = tool;
  const facts = { title, description, inputSchema, outputSchema, annotations: READS_ONLY };
  server.registerTool(name, facts, async (input) => {
    const { text, value } = await run(docs, input);
    return { content: [{ type: 'text', text }], structuredContent: value };
  });
}

/** Each page is a resource at the address of its Markdown. */
function offerPages(server: McpServer, docs: Docs): void {
  for (const { route, markdown, title, description } of docs.facts.pages) {
    const facts = { title, ...(description && { description }), mimeType: 'text/markdown' };
    server.registerResource(route, markdown, facts, async (uri) => ({
      contents: [
        {
          uri: uri.href,
          mimeType: 'text/markdown',
          text: await docs.read(markdownRouteOf(route)),
        },
      ],
    }));
  }
}

function offerPrompt(server: McpServer, docs: Docs): void {
  const facts = {
    title: 'Motia assistant',
    description: 'Instructions for an assistant that writes Motia code and looks things up here',
  };
  server.registerPrompt('motia_assistant', facts, async () => ({
    messages: [{ role: 'user', content: { type: 'text', text: await docs.read('/assistant.md') } }],
  }));
}
