import type { APIRoute } from 'astro';
import { skillMd } from '../llms/skill.ts';
import { readKit } from '../content/read-library.ts';
import { library } from './_library.ts';
import { markdown } from './_text.ts';

/** `/skill.md`: Motia as a skill for coding agents. */
export const GET: APIRoute = () => {
  const { skill, corrections } = readKit();
  return markdown(skillMd(library(), skill, corrections));
};
