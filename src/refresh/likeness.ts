/** How alike two texts are, by the pairs of words that follow each other in them. */

/** The pairs of words of a text; one word alone stands for itself. */
export type WordPairs = ReadonlySet<string>;

/** Reads a text. */
export function wordPairs(text: string): WordPairs {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  if (words.length < 2) return new Set(words);
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

/** Sørensen–Dice coefficient: 1 for the same pairs, 0 for none in common or an empty text. */
export function likeness(a: WordPairs, b: WordPairs): number {
  const all = a.size + b.size;
  return all === 0 ? 0 : (2 * a.intersection(b).size) / all;
}

/** The share of the first text that stands in the second. */
export function shareIn(part: WordPairs, whole: WordPairs): number {
  return part.size === 0 ? 0 : part.intersection(whole).size / part.size;
}

/** A pair that belongs together, and how well. */
export interface Match<A, B> {
  readonly from: A;
  readonly to: B;
  readonly score: number;
}

/** The best pairs, each side used at most once; of equals the first. */
export function bestMatches<A, B>(
  from: readonly A[],
  to: readonly B[],
  least: number,
  score: (a: A, b: B) => number,
): Match<A, B>[] {
  const all = from.flatMap((a) => to.map((b) => ({ from: a, to: b, score: score(a, b) })));
  const [usedFrom, usedTo] = [new Set<A>(), new Set<B>()];
  return all
    .filter((match) => match.score >= least)
    .toSorted((a, b) => b.score - a.score)
    .filter(({ from: a, to: b }) => {
      if (usedFrom.has(a) || usedTo.has(b)) return false;
      usedFrom.add(a);
      usedTo.add(b);
      return true;
    });
}
