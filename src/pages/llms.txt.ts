import type { APIRoute } from 'astro';
import { llmsTxt } from '../llms/llms-txt.ts';
import { library } from './_library.ts';
import { plainText } from './_text.ts';

/** `/llms.txt`: the index of everything. */
export const GET: APIRoute = () => plainText(llmsTxt(library()));
