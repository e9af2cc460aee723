/** What our search must be better than, on the same pages. */
import { createIndex } from 'pagefind';
import MiniSearch from 'minisearch';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPagefind } from '../../src/search/files-on-disk.ts';
import type { FoundPage } from '../../src/search/indexing/index-pages.ts';
import type { Passage } from '../../src/search/indexing/read-page.ts';
import { isStopWord } from '../../src/search/stop-words.ts';
import type { Pagefind } from '../../src/search/pagefind.ts';
import type { MeasuredHit } from './measures.ts';
import { compressed, servedBytes, sum } from './served.ts';

/** A search to be measured: hits for a query, best first. */
export type Ask = (query: string) => Promise<readonly MeasuredHit[]>;

/** The ranking that Starlight 0.42 gives Pagefind. */
const STARLIGHT_RANKING = {
  pageLength: 0.1,
  termFrequency: 0.1,
  termSaturation: 2,
  termSimilarity: 9,
};

/** A baseline, and what a first query of it loads: bytes as served, with brotli where it helps. */
export interface Baseline {
  readonly name: string;
  readonly ask: Ask;
  coldBytes(query: string): Promise<{ bytes: number; requests: number }>;
}

/**
 * Pagefind as Starlight ships it: its own index of the built pages, its own ranking.
 * @param folder where its index may be written
 */
export async function stockPagefind(
  dist: string,
  folder: string,
  sources: ReadonlyMap<string, string | null>,
): Promise<Baseline> {
  const { index } = await createIndex();
  await index?.addDirectory({ path: dist });
  await index?.writeFiles({ outputPath: folder });
  await index?.deleteIndex();
  const open = (loaded: string[]) => {
    const read = (path: string) => {
      loaded.push(path);
      return readFile(join(folder, path));
    };
    return loadPagefind(folder, read, { baseUrl: '/', ranking: STARLIGHT_RANKING });
  };
  const pagefind = await open([]);
  const find = async (engine: Pagefind, query: string, most: number) => {
    const { results } = await engine.search(query, { filters: {} });
    return Promise.all(results.slice(0, most).map((result) => result.data()));
  };
  return {
    name: 'Pagefind as Starlight ships it',
    async ask(query) {
      const pages = await find(pagefind, query, 10);
      return pages.flatMap(({ url, sub_results }) =>
        sub_results.slice(0, 3).map(({ anchor }) => ({
          source: sources.get(url) ?? null,
          heading: anchor && anchor.id !== '_top' ? anchor.text : '',
        })),
      );
    },
    async coldBytes(query) {
      const loaded = ['pagefind-ui.js', 'pagefind-ui.css', 'pagefind.js', 'pagefind-worker.js'];
      await find(await open(loaded), query, SHOWN_PAGES);
      return {
        bytes: sum(loaded.map((path) => servedBytes(join(folder, path)))),
        requests: loaded.length,
      };
    },
  };
}

/** Pages that Starlight's search shows at first. */
const SHOWN_PAGES = 5;

/** MiniSearch over the same sections, with field boosts, stop words, fuzzy words and prefixes. */
export function miniSearch(pages: readonly FoundPage[]): Baseline {
  const sections = pages.flatMap(({ source, title, description, sections }) =>
    sections.map(({ heading, passages }) => ({
      source,
      title,
      description,
      heading,
      prose: textOf(passages, (kind) => kind !== 'code'),
      code: textOf(passages, (kind) => kind === 'code'),
    })),
  );
  const index = new MiniSearch({
    fields: ['title', 'description', 'heading', 'prose', 'code'],
    processTerm: (term) => (isStopWord(term.toLowerCase()) ? null : term.toLowerCase()),
  });
  index.addAll(sections.map((section, id) => ({ ...section, id })));
  const options = {
    boost: { title: 3, heading: 4, description: 2, code: 0.7 },
    fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
    prefix: (term: string) => term.length > 3,
  };
  const script = readFileSync(fileURLToPath(import.meta.resolve('minisearch')));
  const bytes = compressed(Buffer.from(JSON.stringify(index))) + compressed(script);
  return {
    name: 'MiniSearch over the same sections',
    ask: async (query) =>
      index
        .search(query, options)
        .flatMap(({ id }) => sections[Number(id)] ?? [])
        .slice(0, 10),
    // Its index has no text: excerpts would come on top.
    coldBytes: async () => ({ bytes, requests: 2 }),
  };
}

function textOf(passages: readonly Passage[], wants: (kind: Passage['kind']) => boolean): string {
  return passages
    .filter(({ kind }) => wants(kind))
    .map(({ text }) => text)
    .join(' ');
}
