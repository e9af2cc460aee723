/**
 * The search itself: opened once on its files, then asked any number of times; the box, the search
 * page, the command line and the tools for agents all ask here, and get the same order.
 *
 * A query is read (`query.ts`: stop words, symbols, `mend.ts`, `synonyms.yaml`), the sections are
 * ranked (`rank.ts`, by what `impacts.ts` worked out from `weights.ts`), and the hits get excerpts
 * (`excerpt.ts`) from Pagefind's text (`text.ts`). Pagefind itself is loaded for what only the full
 * text can tell (`pagefind.ts`).
 */
import { seemsAnswered, signsOf } from './answered.ts';
import { excerptOf, plainText } from './excerpt.ts';
import { headingsBelow } from './headings-below.ts';
import { INDEX_FILE, type IndexFile } from './index-file.ts';
import { findPlaces, type Pagefind, type Place } from './pagefind.ts';
import { sectionsNamed } from './named.ts';
import { readQuery, type ReadQuery, type Slot } from './query.ts';
import { rank, type Ranked } from './rank.ts';
import type { Answer, Hit, HitWithExcerpt, SearchOptions } from './result.ts';
import { openIndex, rarityOf, type SectionIndex } from './section-index.ts';
import { readFragment, TOP_ID, type SectionTexts } from './text.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/** The warning of every hit on a page about something that is gone. */
const REMOVED = 'Removed from Motia';

/** Where the search gets its files: the browser's network, or a folder. */
export interface SearchFiles {
  /** A file of the search folder, by its path in it. */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Pagefind, set up with `PAGEFIND_OPTIONS`; asked for only when a query needs it. */
  pagefind(): Promise<Pagefind>;
}

export interface Search {
  /** The site's own sections that can be searched in: slug and label. */
  readonly areas: IndexFile['areas'];
  search(query: string, options?: SearchOptions): Promise<Answer>;
  /** The hit with its best lines; loads the text of its page. */
  withExcerpt(hit: Hit): Promise<HitWithExcerpt>;
}

/**
 * Opens the search: reads its index and makes it ready.
 * @param base the site's base path, with slashes at both ends
 * @throws whatever `read` throws when the index isn't there
 */
export async function openSearch(
  files: SearchFiles,
  base = '/',
  weights: Weights = WEIGHTS,
): Promise<Search> {
  const bytes = await files.read(INDEX_FILE);
  const index = openIndex(JSON.parse(new TextDecoder().decode(bytes)) as IndexFile, weights);
  const texts = new Map<string, Promise<SectionTexts>>();

  const textsOf = (route: string): Promise<SectionTexts> => {
    const { fragment = '' } = index.pages.find((page) => page.route === route) ?? {};
    const loading = texts.get(fragment) ?? files.read(fragment).then(readFragment);
    texts.set(fragment, loading);
    loading.catch(() => texts.delete(fragment));
    return loading;
  };

  return {
    areas: index.areas,
    async search(query, options = {}) {
      const read = readQuery(query, index, options);
      const named = sectionsNamed(query, index);
      const ranked = await rankWithPagefind(read, named, index, options, files);
      const hits = ranked.map((one) => hitOf(one, read.slots, index, base));
      return {
        query,
        corrected: read.corrected,
        answered:
          options.fullText === false ||
          named.size > 0 ||
          seemsAnswered(signsOf(query, read.slots, ranked[0], index)),
        partial: hits.length > 0 && hits.every(({ missing }) => missing.length > 0),
        hits,
      };
    },
    async withExcerpt(hit) {
      const text = (await textsOf(hit.route)).get(hit.anchor) ?? '';
      const said = /\p{L}/u.test(text) ? text : headingsBelow(hit, index).join(' · ');
      const worth = new Map(hit.terms.map((stem) => [stem, rarityOf(stem, index)]));
      const pieces = excerptOf(said, worth);
      return { ...hit, excerpt: plainText(pieces), pieces };
    },
  };
}

/**
 * Ranks by the index of sections. Pagefind is asked for what it alone can tell: where a phrase
 * stands as it is, and where words are that the index doesn't know.
 * @param named sections that the query names
 */
async function rankWithPagefind(
  read: ReadQuery,
  named: ReadonlyMap<number, number>,
  index: SectionIndex,
  options: SearchOptions,
  files: SearchFiles,
): Promise<Ranked[]> {
  const { slots, phrases } = read;
  if (options.fullText === false) return rank(read, index, options, named);
  const find = async (query: string) =>
    numbersOf(await findPlaces(await files.pagefind(), query, options), index);
  const quoting = await Promise.all(phrases.map((phrase) => find(`"${phrase}"`)));
  const held = quoting.flat().map((section) => [section, 1] as const);
  const ranked = rank(read, index, options, new Map([...named, ...held]));
  if (ranked.length > 0 || slots.length === 0) return ranked;
  const found = await find(slots.map(({ text }) => text).join(' '));
  return found.map((section) => ({ section, score: 0 })).slice(0, options.limit);
}

/** Numbers of sections that Pagefind found; an anchor inside a section counts for none. */
function numbersOf(places: readonly Place[], { pages, sections }: SectionIndex): number[] {
  return places.flatMap(({ route, anchor }) => {
    const page = pages.findIndex((page) => page.route === route);
    const wanted = anchor === TOP_ID ? '' : anchor;
    const number = sections.findIndex(
      (section) => section.page === page && section.anchor === wanted,
    );
    return number === -1 ? [] : [number];
  });
}

function hitOf(
  { section: number, score }: Ranked,
  slots: readonly Slot[],
  index: SectionIndex,
  base: string,
): Hit {
  const section = index.sections[number];
  const page = section && index.pages[section.page];
  if (!page) throw new RangeError(`no section ${number} in the index`);
  const isHere = (stem: string) => index.impacts(stem)?.inSections.has(number) ?? false;
  const isOnPage = (stem: string) => index.impacts(stem)?.inPages.has(section.page) ?? false;
  const { route, source, title, removed } = page;
  const { heading, anchor, path, warning = null } = section;
  return {
    url: `${base}${route.slice(1)}${anchor && `#${anchor}`}`,
    route,
    source,
    title,
    heading,
    anchor,
    breadcrumb: [...(index.areas[page.area]?.slice(1) ?? []), title, ...path],
    warning: removed ? REMOVED : warning,
    score,
    terms: slots.flatMap(({ meanings }) => [...meanings.keys()]).filter(isHere),
    missing: distinct(
      slots
        .filter(({ asked, meanings }) => asked && ![...meanings.keys()].some(isOnPage))
        .map(({ text }) => text),
    ),
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
