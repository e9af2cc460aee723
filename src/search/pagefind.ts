/**
 * The full-text search: Pagefind's JavaScript API, for what the index of sections doesn't hold —
 * the order of words, and words too rare to be in it.
 */
import type { SearchOptions } from './result.ts';
import { TOP_ID } from './text.ts';
import { stemOf, termOf, wordsOf } from './words.ts';

/** The part of Pagefind's API that we use; as of Pagefind 1.6. */
export interface Pagefind {
  search(
    query: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  data(): Promise<{
    readonly url: string;
    readonly sub_results: readonly {
      readonly anchor?: { readonly id: string; readonly text: string };
      /** Text with `<mark>` around what was found. */
      readonly excerpt: string;
    }[];
  }>;
}

/** How it is set up, everywhere the same: addresses as routes, no worker to load. */
export const PAGEFIND_OPTIONS = { baseUrl: '/', noWorker: true } as const;

/** A section that Pagefind found. */
export interface Place {
  readonly route: string;
  /** Anchor as Pagefind knows it: `_top` for the top of a page. */
  readonly anchor: string;
}

/** Pages whose sections are asked for: each is a file to load. */
const MOST_PAGES = 5;

/**
 * The sections that Pagefind finds, in its order of pages. A query in quotes is one phrase.
 * For a word that it doesn't know Pagefind takes whatever begins with the same letters; such places
 * are left out.
 */
export async function findPlaces(
  pagefind: Pagefind,
  query: string,
  { section, language }: SearchOptions,
): Promise<Place[]> {
  const filters = { ...(section && { section }), ...(language && { language }) };
  const { results } = await pagefind.search(query, { filters });
  const pages = await Promise.all(results.slice(0, MOST_PAGES).map((result) => result.data()));
  const terms = wordsOf(query).map(({ term }) => term);
  return pages.flatMap(({ url, sub_results }) =>
    sub_results
      .filter(({ excerpt }) => holds(excerpt, terms))
      .map(({ anchor }) => ({ route: url, anchor: anchor?.id ?? TOP_ID })),
  );
}

/** Does what is marked in an excerpt have one of the terms, or its stem, in it? */
function holds(excerpt: string, terms: readonly string[]): boolean {
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text = '']) => termOf(text));
  return terms.some((term) =>
    marked.some((text) => text.includes(term) || text.includes(stemOf(term))),
  );
}
