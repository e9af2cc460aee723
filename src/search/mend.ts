/** Mends misspelled words against the site's own vocabulary. */

/** Words shorter than this are left as they are: any other short word is too near. */
const SHORTEST = 4;
/** From this length on a word may have two mistakes. */
const LONG = 8;

/** Letters by the rows of keys that they are on. */
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Pairs of letters of which one is written for the other: keys side by side, and vowels. */
const SLIPS = new Set(
  KEYS.flatMap((row, y) =>
    [...row].flatMap((key, x) => [
      ...KEYS.slice(Math.max(0, y - 1), y + 2).flatMap((near) => {
        return [...near.slice(Math.max(0, x - 1), x + 2)].map((other) => key + other);
      }),
      ...('aeiouy'.includes(key) ? [...'aeiouy'].map((other) => key + other) : []),
    ]),
  ),
);

/**
 * The term of the vocabulary that a misspelled one means, or undefined.
 * A term is near when it starts with the same letter (or has the first two swapped) and one letter
 * is left out, added, a slip for another or swapped with the next; two in a long word.
 * @param frequencyOf how common a term is: of equally near ones that which the word begins is meant,
 *   then the more common
 */
export function mend(
  term: string,
  vocabulary: Iterable<string>,
  frequencyOf: (term: string) => number,
): string | undefined {
  if (term.length < SHORTEST || /\d/.test(term)) return undefined;
  const most = term.length < LONG ? 1 : 2;
  let nearest = most + 1;
  let candidates: string[] = [];
  for (const candidate of vocabulary) {
    if (candidate.length < SHORTEST || !startsAlike(term, candidate)) continue;
    const distance = distanceOf(term, candidate, most);
    if (distance > Math.min(most, nearest) || isOtherShortWord(term, candidate)) continue;
    if (distance < nearest) candidates = [];
    nearest = distance;
    candidates.push(candidate);
  }
  const isUnfinished = (candidate: string) => Number(candidate.startsWith(term));
  return candidates.toSorted(
    (a, b) => isUnfinished(b) - isUnfinished(a) || frequencyOf(b) - frequencyOf(a),
  )[0];
}

function startsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

/** A word of four letters with one changed is another word: "gone", "none". */
function isOtherShortWord(a: string, b: string): boolean {
  const isSwap = [...a].sort().join('') === [...b].sort().join('');
  return a.length === SHORTEST && b.length === SHORTEST && !isSwap;
}

/**
 * How many letters must be added, taken out, changed (see {@link changeOf}) or swapped with their
 * neighbour to get from one word to the other (optimal string alignment); more than `most` may come
 * back as any number above it.
 */
export function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = changeOf(a.charAt(i - 1), b.charAt(j - 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + change,
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...row) > most) return most + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** A letter for another is one mistake where finger or ear slips, else two: "audit" is no "audio". */
function changeOf(a: string, b: string): number {
  if (a === b) return 0;
  return SLIPS.has(a + b) ? 1 : 2;
}
