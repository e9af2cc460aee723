/** Our search as the bench and the tests measure it. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { openSearch, type SearchFiles } from '../../src/search/engine.ts';
import { filesOnDisk } from '../../src/search/files-on-disk.ts';
import { SEARCH_FOLDER } from '../../src/search/index-file.ts';
import type { Baseline } from './baselines.ts';
import { servedBytes, sum } from './served.ts';

/** Pages whose text the search box loads for its first results. */
const SHOWN_PAGES = 4;

/** @param dist folder of the built site */
export async function ourSearch(dist: string): Promise<Baseline> {
  const search = await openSearch(filesOnDisk(dist));
  return {
    name: 'our search',
    ask: async (query) => (await search.search(query)).hits,
    async coldBytes(query) {
      const loaded = globSync('_astro/panel.*.js', { cwd: dist });
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
