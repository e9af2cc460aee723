/** The pages whose addresses look most like one that leads nowhere: for 404 pages and wrong arguments. */

/** What a suggestion needs to know of a page. */
export interface Named {
  /** `/guides/streams/` */
  readonly route: string;
  readonly title: string;
}

/** Below this likeness a suggestion is noise: `/favicon.png` is not near `/concepts/`. */
const LEAST_LIKENESS = 0.33;

/** A page that stands above what was asked is near, even when nothing is like the last part. */
const LIKENESS_ABOVE = 0.4;

/** The last part of a path says more about what was meant than its folders. */
const LAST_PART_WEIGHT = 2;

/** A page of that name is nearer than one in a folder of that name. */
const FOLDER_WEIGHT = 0.75;

/**
 * Up to `limit` pages, nearest first, for a path with any spelling, ending or folder:
 * `/docs/guide/steams.md` → Streams first. Equally near pages keep their order.
 */
export function nearest<Page extends Named>(
  path: string,
  pages: readonly Page[],
  limit = 5,
): Page[] {
  return pages
    .map((page) => ({ page, likeness: likenessOf(path, page.route) }))
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ page }) => page);
}

/** How alike the whole paths are, and what was asked last and any part of the route; or one holds the other. */
function likenessOf(asked: string, route: string): number {
  const [wanted, parts] = [partsOf(asked), partsOf(route)];
  const whole = dice(wanted.join(''), parts.join(''));
  const alike = parts.map((part) => dice(wanted.at(-1) ?? '', part));
  const last = Math.max(alike.pop() ?? 0, FOLDER_WEIGHT * Math.max(0, ...alike));
  const likeness = (whole + LAST_PART_WEIGHT * last) / (1 + LAST_PART_WEIGHT);
  const isAbove = route !== '/' && `/${wanted.join('/')}/`.includes(route);
  return isAbove ? Math.max(likeness, LIKENESS_ABOVE) : likeness;
}

/** The words of a path without its ending; an empty path has one empty part. */
function partsOf(path: string): string[] {
  const plain = path.toLowerCase().replace(/(\/index)?((?<=\w)\.[a-z]{1,4})?\/?$/, '');
  return plain.replace(/^\//, '').split('/');
}

/** Sørensen–Dice coefficient over pairs of characters: 1 for equal texts, 0 for nothing in common. */
function dice(a: string, b: string): number {
  const inA = pairsOf(a);
  const inB = pairsOf(b);
  if (inA.size + inB.size === 0) return a === b ? 1 : 0;
  return (2 * inA.intersection(inB).size) / (inA.size + inB.size);
}

function pairsOf(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)),
  );
}
