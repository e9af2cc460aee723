import type { APIRoute } from 'astro';
import { notesTxt } from '../llms/notes-txt.ts';
import { library } from './_library.ts';
import { plainText } from './_text.ts';

/** `/editors-notes.txt`: what these docs get wrong. */
export const GET: APIRoute = () => plainText(notesTxt(library()));
