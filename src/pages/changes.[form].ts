import type { APIRoute, GetStaticPaths } from 'astro';
import { changesAsFeed, changesAsMarkdown } from '../llms/changes.ts';
import { changelog } from '../site/changes.ts';
import { address } from '../settings.ts';
import { markdown } from './_text.ts';

export const getStaticPaths = (() =>
  changelog.length > 0
    ? ['md', 'xml'].map((form) => ({ params: { form } }))
    : []) satisfies GetStaticPaths;

/** `/changes.md` and `/changes.xml`: what each refresh changed, for agents and for feed readers. */
export const GET: APIRoute = ({ params }) =>
  params['form'] === 'md'
    ? markdown(changesAsMarkdown(changelog, address))
    : new Response(changesAsFeed(changelog, address), {
        headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
      });
