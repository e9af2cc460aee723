/** What the words of a query are worth in the questions that sections answer. */
import { MOST_ASKS } from '../model/asked.ts';
import { rarityOf } from './heading-score.ts';
import { bitsOf } from './index-file.ts';
import type { ReadQuery } from './query.ts';
import type { SectionIndex } from './section-index.ts';

/**
 * By number of a section: what the one of its questions counts that is most like the query. As with
 * headings, a question counts the more the fewer words it has that are not asked for.
 */
export function questionScores(
  { slots }: Pick<ReadQuery, 'slots'>,
  index: SectionIndex,
): Map<number, number> {
  const worth = new Map<number, number[]>();
  for (const { weight, meanings } of slots) {
    const best = new Map<number, number[]>();
    for (const [stem, nearness] of meanings) {
      const counts = weight * nearness * rarityOf(stem, index);
      for (const { section, questions } of index.asked.get(stem) ?? []) {
        const own = best.get(section) ?? none();
        best.set(section, own);
        for (const bit of bitsOf(questions)) own[bit] = Math.max(own[bit] ?? 0, counts);
      }
    }
    for (const [section, own] of best) {
      const sums = worth.get(section) ?? none();
      worth.set(section, sums);
      own.forEach((counts, bit) => (sums[bit] = (sums[bit] ?? 0) + counts));
    }
  }
  const scores = [...worth].map(([section, sums]) => {
    const whole = index.questions[section] ?? [];
    const likeness = sums.map((sum, bit) => sum * Math.min(1, sum / (whole[bit] ?? Infinity)));
    return [section, index.weights.wholeQuestion * Math.max(0, ...likeness)] as const;
  });
  return new Map(scores);
}

/** A count for each of a section's questions. */
function none(): number[] {
  return new Array<number>(MOST_ASKS).fill(0);
}
