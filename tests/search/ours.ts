/** Our search as the bench and the tests measure it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSearch, type SearchFiles } from '../../src/search/engine.ts';
import { filesOnDisk } from '../../src/search/files-on-disk.ts';
import { INDEX_FILE, SEARCH_FOLDER, type SynonymEntry } from '../../src/search/index-file.ts';
import type { Baseline } from './baselines.ts';
import { servedBytes, sum } from './served.ts';

/** Pages whose text the search box loads for its first results. */
const SHOWN_PAGES = 2;

/**
 * @param dist folder of the built site
 * @param synonyms in place of those that the index was built with
 */
export async function ourSearch(
  dist: string,
  synonyms: readonly SynonymEntry[],
): Promise<Baseline> {
  const search = await openSearch(withSynonyms(filesOnDisk(dist), synonyms));
  return {
    name: 'our search',
    ask: async (query) => (await search.search(query)).hits,
    async coldBytes(query) {
      const loaded = scriptsOf(dist);
      const disk = filesOnDisk(dist);
      const counting: SearchFiles = {
        ...disk,
        read: (path) => {
          loaded.push(join(SEARCH_FOLDER, path));
          return disk.read(path);
        },
      };
      const cold = await openSearch(counting);
      const { hits } = await cold.search(query);
      const routes = [...new Set(hits.map(({ route }) => route))].slice(0, SHOWN_PAGES);
      const shown = hits.filter(({ route }) => routes.includes(route));
      await Promise.all(shown.map((hit) => cold.withExcerpt(hit)));
      const bytes = sum(loaded.map((path) => servedBytes(join(dist, path))));
      return { bytes, requests: loaded.length };
    },
  };
}

/** The same files, with other synonyms in the index: what a change of the table would do. */
function withSynonyms(files: SearchFiles, synonyms: readonly SynonymEntry[]): SearchFiles {
  return {
    ...files,
    async read(path) {
      const bytes = await files.read(path);
      if (path !== INDEX_FILE) return bytes;
      const index: object = JSON.parse(new TextDecoder().decode(bytes));
      return new TextEncoder().encode(JSON.stringify({ ...index, synonyms }));
    },
  };
}

/** The scripts that opening the box loads, beside those that every page has. */
function scriptsOf(dist: string): string[] {
  const [panel] = globSync('_astro/panel.*.js', { cwd: dist });
  if (panel === undefined) throw new Error(`${dist}/_astro has no panel.*.js, the search box`);
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const ofPage = [...page.matchAll(/<script type="module" src="[^"]*(_astro\/[^"]+)"/g)].flatMap(
    ([, script = '']) => withImports(dist, script),
  );
  return withImports(dist, panel).filter((script) => !ofPage.includes(script));
}

function withImports(dist: string, script: string): string[] {
  const imports = [...readFileSync(join(dist, script), 'utf8').matchAll(/from"\.\/([^"]+)"/g)];
  const imported = imports.flatMap(([, name = '']) => withImports(dist, join('_astro', name)));
  return [...new Set([script, ...imported])];
}
