/** Reads the pages of a built site as the search takes them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Routes } from '../src/model/routes.ts';
import { readPage } from '../src/search/indexing/read-page.ts';
import type { FoundPage } from '../src/search/indexing/index-pages.ts';

/**
 * Every page of the site with its text as it was built.
 * @throws Error naming the file that is missing or has no text
 */
export function readBuiltPages({ pages }: Routes, dist: string): FoundPage[] {
  return pages.map((page) => {
    const { route, source, title, description, descriptionDerived, section, languages } = page;
    const file = join(dist, route, 'index.html');
    try {
      const sections = readPage(readFileSync(file, 'utf8'));
      const own = descriptionDerived ? '' : (description ?? '');
      return { route, source, title, description: own, area: section, languages, sections };
    } catch (error) {
      const reason = (error as Error).message;
      throw new Error(`${file}: ${reason}; run "npm run build"`, { cause: error });
    }
  });
}
