import type { APIRoute } from 'astro';
import { skillIndex, skillMd } from '../../../llms/skill.ts';
import { readKit } from '../../../content/read-library.ts';
import { library } from '../../_library.ts';

/** `/.well-known/agent-skills/index.json`: which skills this site offers. */
export const GET: APIRoute = () => {
  const { skill, corrections } = readKit();
  const text = skillMd(library(), skill, corrections);
  return Response.json(skillIndex(library(), skill, text));
};
