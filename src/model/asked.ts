/** Questions that sections answer, in readers' words: what `content/_source/asked/` holds. */

/** The most questions of one section. */
export const MOST_ASKS = 5;

/** The questions of one section. */
export interface AskedEntry {
  /** Route of its page. */
  readonly page: string;
  /** Its heading; `''` for the top of the page. */
  readonly heading: string;
  /** Which of the page's headings with these words; the first unless told. */
  readonly occurrence?: number | undefined;
  readonly asks: readonly string[];
}

/** A page as entries name it; its headings in their order, `''` for the top. */
export interface AskedPage {
  readonly route: string;
  readonly headings: readonly string[];
}

/** The questions of each of a page's headings, in their order. */
export function asksOf(
  entries: readonly AskedEntry[],
  { route, headings }: AskedPage,
): (readonly string[])[] {
  const own = entries.filter(({ page }) => page === route);
  const asks = new Map(own.map((entry) => [placeOf(entry), entry.asks]));
  return placesOf(headings).map((place) => asks.get(place) ?? []);
}

/** A few questions from all over a page: the first ones of sections evenly apart. */
export function fewOf(asks: readonly (readonly string[])[], few = 5): string[] {
  const firsts = asks.flatMap(([first]) => first ?? []);
  const apart = Math.max(1, firsts.length / few);
  return firsts.filter((_, at) => Math.floor(at / apart) > Math.floor((at - 1) / apart));
}

/** Entries whose page or heading is gone, or that are there twice. */
export function strayEntries(
  entries: readonly AskedEntry[],
  pages: readonly AskedPage[],
): AskedEntry[] {
  const places = new Map(pages.map(({ route, headings }) => [route, placesOf(headings)]));
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const place = placeOf(entry);
    const isAgain = seen.has(entry.page + place);
    seen.add(entry.page + place);
    return isAgain || !places.get(entry.page)?.includes(place);
  });
}

function placeOf({ heading, occurrence = 1 }: AskedEntry): string {
  return `${nameOf(heading)} ${occurrence}`;
}

function placesOf(headings: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headings.map((heading) => {
    const name = nameOf(heading);
    const occurrence = (times.get(name) ?? 0) + 1;
    times.set(name, occurrence);
    return `${name} ${occurrence}`;
  });
}

/** A heading's letters: the number of a step and an emoji are shown here and not there. */
function nameOf(heading: string): string {
  return heading
    .replace(/^\d+\.\s/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
