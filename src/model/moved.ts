/**
 * `content/_source/moved.json`: where addresses that pages and headings once had lead now. Each refresh
 * adds to it; redirects and anchors of the site are made from it.
 */
import type { ManifestRedirect } from './manifest.ts';

/** A page that is no longer at its address. */
export interface MovedPage {
  /** Its route: `/guides/testing/`. */
  readonly from: string;
  /** Its upstream path: `/docs/development-guide/testing`. */
  readonly source: string;
  readonly title: string;
  /** The route that has its text now; the landing page of its section where none has. */
  readonly to: string;
  /** True where no page has its text. */
  readonly gone: boolean;
  /** The last day of the scrape that brought the change: `2026-03-03`. */
  readonly on: string;
}

/** A heading, or another place of a page, that is no longer there. */
export interface MovedSection {
  /** Route of the page that it stood on. */
  readonly page: string;
  /** `request-object-apirequest` */
  readonly anchor: string;
  /** The words of its heading; `''` for a place above the first one. */
  readonly heading: string;
  /** Where its text is now, route and anchor; null where it is gone. */
  readonly to: string | null;
  readonly on: string;
}

/** The whole table. */
export interface Moved {
  readonly pages: readonly MovedPage[];
  readonly sections: readonly MovedSection[];
}

/** What is known before the first refresh. */
export const NOTHING_MOVED: Moved = { pages: [], sections: [] };

/** More steps than this are a circle. */
const MOST_STEPS = 20;

/** The anchor of a page that is gone, on the page that its address leads to. */
export const goneAnchor = ({ from }: Pick<MovedPage, 'from'>): string =>
  `gone-${from.split('/').filter(Boolean).join('-')}`;

/** What is at a route now, after all moves: itself, another route, or a note that it is gone. */
export function routeNow(
  route: string,
  { pages }: Pick<Moved, 'pages'>,
  live: ReadonlySet<string>,
): string {
  const moves = new Map(pages.map((page) => [page.from, page]));
  let [at, note] = [route, ''];
  for (let step = 0; step < MOST_STEPS && !live.has(at); step++) {
    const move = moves.get(at);
    if (!move) break;
    if (move.gone && note === '') note = `#${goneAnchor(move)}`;
    at = move.to;
  }
  return live.has(at) ? at + note : `/${note}`;
}

/** Redirects of all pages that moved and whose address no other page has taken. */
export function redirectsOfMoved(moved: Moved, live: ReadonlySet<string>): ManifestRedirect[] {
  return moved.pages.flatMap(({ from, source }) => {
    const to = routeNow(from, moved, live);
    const route = live.has(from) ? [] : [{ from: from.slice(0, -1), to }];
    return [...route, { from: source, to }];
  });
}

/** What a page has to say of addresses that lead to it. */
export interface FormerPlaces {
  /** Anchors that now are the same as one of its headings, by that heading's. */
  readonly sameAs: ReadonlyMap<string, readonly string[]>;
  /** Sections that stood here and are gone, or stand elsewhere (`to`, a route with an anchor). */
  readonly left: readonly { anchor: string; heading: string; to: string | null; on: string }[];
  /** Pages that are gone. */
  readonly gone: readonly MovedPage[];
}

/** The same while it is put together. */
interface OpenPlaces extends FormerPlaces {
  readonly sameAs: Map<string, readonly string[]>;
  readonly left: FormerPlaces['left'][number][];
  readonly gone: MovedPage[];
}

/** Of every page that has any: the anchors that once were its own, or those of a page that moved to it. */
export function formerPlaces(moved: Moved, live: ReadonlySet<string>): Map<string, FormerPlaces> {
  const places = new Map<string, OpenPlaces>();
  const placesOf = (route: string): OpenPlaces => {
    const own = places.get(route) ?? { sameAs: new Map(), left: [], gone: [] };
    places.set(route, own);
    return own;
  };
  for (const page of moved.pages.filter(({ from, gone }) => gone && !live.has(from))) {
    const [route = '/', anchor] = routeNow(page.from, moved, live).split('#', 2);
    if (anchor === goneAnchor(page)) placesOf(route).gone.push(page);
  }
  const sections = new Map(moved.sections.map((one) => [`${one.page}#${one.anchor}`, one]));
  for (const { page, anchor, heading, on } of moved.sections) {
    const [route = '/', note] = routeNow(page, moved, live).split('#', 2);
    if (note !== undefined) continue;
    const to = placeNow(`${page}#${anchor}`, sections, moved, live);
    const [toRoute, toAnchor] = to?.split('#', 2) ?? [];
    const own = placesOf(route);
    if (toRoute === route && toAnchor !== undefined) {
      own.sameAs.set(toAnchor, [...(own.sameAs.get(toAnchor) ?? []), anchor]);
    } else own.left.push({ anchor, heading, to: to ?? null, on });
  }
  return places;
}

/** Follows a section through all moves; undefined where its text is gone. */
function placeNow(
  place: string,
  sections: ReadonlyMap<string, MovedSection>,
  moved: Moved,
  live: ReadonlySet<string>,
): string | undefined {
  let at = place;
  for (let step = 0; step < MOST_STEPS; step++) {
    const section = sections.get(at);
    if (section?.to === null) return undefined;
    if (section) at = section.to;
    else {
      const [route = '/', anchor] = at.split('#', 2);
      const now = routeNow(route, moved, live);
      if (now.includes('#')) return undefined;
      if (now === route) return at;
      at = anchor === undefined ? now : `${now}#${anchor}`;
    }
  }
  return undefined;
}
