/** What browsers with WebMCP are told of our tools: `/web-mcp.json`, made from the same table as the server's. */
import { z } from 'zod';
import type { PagesJson } from '../llms/pages-json.ts';
import { toolsOf } from './tools.ts';

/** The tools that make sense on a page. */
const ON_PAGES = ['search_docs', 'read_for_task', 'read_page'] as const;

/** One tool as `document.modelContext.registerTool` takes it, without its function. */
export interface WebTool {
  readonly name: (typeof ON_PAGES)[number];
  readonly title: string;
  readonly description: string;
  /** JSON Schema. */
  readonly inputSchema: object;
  readonly annotations: { readonly readOnlyHint: true };
}

/** The tools for pages of a site, with the schemas of their inputs. */
export function webTools(facts: PagesJson): WebTool[] {
  const tools = toolsOf(facts);
  return ON_PAGES.flatMap((name) => {
    const tool = tools.find((one) => one.name === name);
    if (!tool) return [];
    const { title, description, input } = tool;
    const inputSchema = z.toJSONSchema(input, { io: 'input' });
    return [{ name, title, description, inputSchema, annotations: { readOnlyHint: true } }];
  });
}
