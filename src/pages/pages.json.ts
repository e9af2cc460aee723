import type { APIRoute } from 'astro';
import { pagesJson } from '../llms/pages-json.ts';
import { library } from './_library.ts';

/** `/pages.json`: every page with its facts and headings. */
export const GET: APIRoute = () => Response.json(pagesJson(library()));
