/** Indexes the built site for the search: dist/ → dist/pagefind/. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readRoutes } from '../src/read-routes.ts';
import type { Routes } from '../src/routes.ts';
import { INDEX_FILE, SEARCH_FOLDER, type Synonym } from '../src/search/index-file.ts';
import { indexPages } from '../src/search/indexing/index-pages.ts';
import { indexText } from '../src/search/indexing/index-text.ts';
import { readPage } from '../src/search/indexing/read-page.ts';
import { readSynonyms } from '../src/search/indexing/synonyms.ts';

const HELP = `Usage: node scripts/index-search.ts [--dist DIR] [--content DIR]

Writes the search index of a built site into its pagefind/ folder.
  --dist DIR     the built site (default: dist)
  --content DIR  the pages it was built from, with _source/synonyms.yaml (default: content)
  --help         this text`;

/** Indexes the site and returns what was written, as one line. */
async function indexSearch(
  routes: Routes,
  synonyms: readonly Synonym[],
  dist: string,
): Promise<string> {
  const pages = readPages(routes, dist);
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

/** Every page of the site with its text as it was built. */
function readPages({ pages }: Routes, dist: string) {
  return pages.map(
    ({ route, source, title, description, descriptionDerived, section, languages }) => {
      const file = join(dist, route, 'index.html');
      try {
        const sections = readPage(readFileSync(file, 'utf8'));
        const own = descriptionDerived ? '' : (description ?? '');
        return { route, source, title, description: own, area: section, languages, sections };
      } catch (error) {
        throw new Error(`${file}: ${(error as Error).message}; run "npm run build"`);
      }
    },
  );
}

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    content: { type: 'string', default: 'content' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
} else {
  try {
    const table = join(values.content, '_source/synonyms.yaml');
    const synonyms = readSynonyms(readFileSync(table, 'utf8'));
    console.log(await indexSearch(readRoutes(values.content), synonyms, values.dist));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
