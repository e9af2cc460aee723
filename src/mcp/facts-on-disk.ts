/** What a built site says of its pages, read from its folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PagesJson } from '../llms/pages-json.ts';

/**
 * `/pages.json` of a built site.
 * @throws Error when there is no build.
 */
export function readFacts(dist: string): PagesJson {
  const file = join(dist, 'pages.json');
  if (!existsSync(file)) throw new Error(`${dist}/ holds no built site: run "npm run build" first`);
  return JSON.parse(readFileSync(file, 'utf8')) as PagesJson;
}
