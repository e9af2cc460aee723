/** Indexes the built site for the search: dist/ → dist/pagefind/. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandLine } from './command-line.ts';
import { readRoutes } from '../src/content/read-routes.ts';
import type { Routes } from '../src/model/routes.ts';
import { INDEX_FILE, SEARCH_FOLDER, type SynonymEntry } from '../src/search/index-file.ts';
import { indexPages } from '../src/search/indexing/index-pages.ts';
import { indexText } from '../src/search/indexing/index-text.ts';
import { readSynonyms } from '../src/search/indexing/synonyms.ts';
import { readBuiltPages } from './built-pages.ts';

const HELP = `Usage: node scripts/index-search.ts [--dist DIR] [--content DIR]

Writes the search index of a built site into its pagefind/ folder.
  --dist DIR     the built site (default: dist)
  --content DIR  the pages it was built from, with _source/synonyms.yaml (default: content)
  --help         this text`;

/** Indexes the site and returns what was written, as one line. */
async function indexSearch(
  routes: Routes,
  synonyms: readonly SynonymEntry[],
  dist: string,
): Promise<string> {
  const pages = readBuiltPages(routes, dist);
  const { files, fragments } = await indexText(pages);
  const areas = routes.sections.map(({ slug, label }) => [slug, label] as const);
  const index = indexPages(
    pages.map((page) => ({ ...page, fragment: fragments.get(page.route) ?? '' })),
    areas,
    synonyms,
  );
  const folder = join(dist, SEARCH_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  for (const { path, content } of [
    ...files,
    { path: INDEX_FILE, content: JSON.stringify(index) },
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return `${pages.length} pages, ${index.headings.length} sections indexed into ${folder}`;
}

await commandLine(
  HELP,
  { dist: { type: 'string', default: 'dist' }, content: { type: 'string', default: 'content' } },
  async ({ dist, content }) => {
    const table = readFileSync(join(content, '_source/synonyms.yaml'), 'utf8');
    console.log(await indexSearch(readRoutes(content), readSynonyms(table), dist));
  },
);
