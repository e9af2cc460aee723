/**
 * Registers our tools with browsers that have WebMCP (https://webmachinelearning.github.io/webmcp/);
 * loaded only by them. The tools answer with content and change nothing on the page.
 */
import type { Docs, Reply } from '../../mcp/docs.ts';
import { readForTask, type TaskInput } from '../../mcp/pack/read-for-task.ts';
import { readPage, type ReadPageInput } from '../../mcp/read-page.ts';
import { searchDocs, type SearchInput } from '../../mcp/search-docs.ts';
import type { WebTool } from '../../mcp/web-tools.ts';
import { onDemand } from '../../search/on-demand.ts';
import { docsOnNetwork } from './docs-on-network.ts';

/** The part of `document.modelContext` that we use. */
interface ModelContext {
  registerTool(tool: WebTool & { execute(input: unknown): Promise<object> }): unknown;
}

type Run = (docs: Docs, input: Record<string, unknown>) => Promise<Reply<object>>;

const RUNS: Readonly<Record<WebTool['name'], Run>> = {
  search_docs: (docs, { query, ...options }) =>
    searchDocs(docs, { ...options, query: required('query', query) } as SearchInput),
  read_for_task: (docs, { task, ...options }) =>
    readForTask(docs, { ...options, task: required('task', task) } as TaskInput),
  read_page: (docs, { page, ...options }) =>
    readPage(docs, { ...options, page: required('page', page) } as ReadPageInput),
};

/** Browsers hand on what an agent gives, without holding it against the schema. */
function required(name: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new Error(`${name} is ${JSON.stringify(value)}, expected text`);
}

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const { modelContext } = document as Document & { modelContext?: ModelContext };
const response = await fetch(`${base}web-mcp.json`);
const tools = response.ok ? ((await response.json()) as WebTool[]) : [];
const docs = onDemand(() => docsOnNetwork(base));

for (const tool of tools) {
  modelContext?.registerTool({
    ...tool,
    async execute(input) {
      try {
        const asked = (input ?? {}) as Record<string, unknown>;
        const { text, value } = await RUNS[tool.name](await docs(), asked);
        return { content: [{ type: 'text', text }], structuredContent: value };
      } catch (error) {
        return { isError: true, content: [{ type: 'text', text: (error as Error).message }] };
      }
    },
  });
}
