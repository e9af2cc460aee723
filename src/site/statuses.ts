/** The statuses of the site's pages, read from the pages themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutFrontmatter } from '../model/frontmatter.ts';
import type { Routes } from '../model/routes.ts';
import { statusOf, type PageStatus } from './page-status.ts';

/** By route; only pages that have one. `folder` is the content folder. */
export function readStatuses(
  { pages }: Pick<Routes, 'pages'>,
  folder = 'content',
): ReadonlyMap<string, PageStatus> {
  const statuses = new Map<string, PageStatus>();
  for (const { route, file, title } of pages) {
    const { body } = cutFrontmatter(readFileSync(join(folder, file), 'utf8'));
    const status = statusOf(title, body);
    if (status) statuses.set(route, status);
  }
  return statuses;
}
