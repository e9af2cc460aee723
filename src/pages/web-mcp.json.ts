import type { APIRoute } from 'astro';
import { pagesJson } from '../llms/pages-json.ts';
import { webTools } from '../mcp/web-tools.ts';
import { library } from './_library.ts';

/** `/web-mcp.json`: the tools that pages register in browsers with WebMCP. */
export const GET: APIRoute = () => Response.json(webTools(pagesJson(library())));
