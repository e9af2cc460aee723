/** How an AI tool looks things up here, in words: the same for the assistant and for the skill. */
import { LANGUAGES } from '../model/languages.ts';
import { bundlesOf } from './bundles.ts';
import type { Library } from './library.ts';

/** A Markdown list, the way that costs the fewest tokens first. */
export function waysIn(library: Library): string {
  const { address, routes } = library;
  const example = routes.pages.find(({ languages }) => languages.length > 1) ?? routes.home;
  const variants = LANGUAGES.map(({ id }) => `\`.${id}.md\``).join(', ');
  const bundles = bundlesOf(library).map(
    ({ route, tokens }) => `${address.absolute(route)} (${tokens} tokens)`,
  );
  return [
    `MCP server at \`${address.absolute('/mcp')}\`: \`read_for_task\` reads what a task needs, \`search_docs\` finds the section that answers a question, \`read_page\` reads it (by \`heading\`, in one \`language\`, within \`max_tokens\`), \`list_pages\` lists all pages.`,
    `Without MCP: ${address.absolute('/llms.txt')} lists every page with what it answers and its tokens; each section has its own \`/<section>/llms.txt\`.`,
    example &&
      `Every page is Markdown: put \`.md\` in place of the last slash (${example.markdownUrl}), or send \`Accept: text/markdown\`. Pages with code in several languages also come in one: ${variants}.`,
    `${address.absolute('/pages.json')} has every heading with its anchor, for tools that read JSON.`,
    `All pages in one file, for large contexts: ${bundles.join(', ')}.`,
  ]
    .filter(Boolean)
    .map((line) => `- ${line}`)
    .join('\n');
}
