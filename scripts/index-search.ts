/** Indexes the built site for the search: dist/ → dist/pagefind/. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandLine } from './command-line.ts';
import { readAsked } from '../src/content/read-asked.ts';
import { readRoutes } from '../src/content/read-routes.ts';
import { asksOf, type AskedEntry } from '../src/model/asked.ts';
import type { Routes } from '../src/model/routes.ts';
import { INDEX_FILE, SEARCH_FOLDER, type SynonymEntry } from '../src/search/index-file.ts';
import { indexPages } from '../src/search/indexing/index-pages.ts';
import { indexText } from '../src/search/indexing/index-text.ts';
import { readSynonyms } from '../src/search/indexing/synonyms.ts';
import { readBuiltPages } from './built-pages.ts';

const HELP = `Usage: node scripts/index-search.ts [--dist DIR] [--content DIR]

Writes the search index of a built site into its pagefind/ folder.
  --dist DIR     the built site (default: dist)
  --content DIR  the pages it was built from, with _source/synonyms.yaml and asked/ (default: content)
  --help         this text`;

/** Indexes the site and returns what was written, as one line. */
async function indexSearch(
  routes: Routes,
  synonyms: readonly SynonymEntry[],
  asked: readonly AskedEntry[],
  dist: string,
): Promise<string> {
  const pages = readBuiltPages(routes, dist);
  const { files, fragments } = await indexText(pages);
  const areas = routes.sections.map(({ slug, label }) => [slug, label] as const);
  const index = indexPages(
    pages.map((page) => {
      const headings = page.sections.map(({ heading }) => heading);
      const asks = asksOf(asked, { route: page.route, headings });
      return { ...page, fragment: fragments.get(page.route) ?? '', asks };
    }),
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
    const [routes, synonyms] = [readRoutes(content), readSynonyms(table)];
    console.log(await indexSearch(routes, synonyms, readAsked(content), dist));
  },
);
