import type { APIRoute } from 'astro';
import { assistantMd } from '../llms/assistant.ts';
import { readKit } from '../content/read-library.ts';
import { library } from './_library.ts';
import { markdown } from './_text.ts';

/** `/assistant.md`: a system prompt for assistants that answer about Motia. */
export const GET: APIRoute = () => markdown(assistantMd(library(), readKit().corrections));
