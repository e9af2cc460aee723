/**
 * Tells whether the docs seem to answer a query at all: a logistic regression on a few signs, fitted to
 * questions with and without an answer by `tests/search/calibrate.ts`.
 */
import type { Slot } from './query.ts';
import type { Ranked } from './rank.ts';
import { rarityOf, type SectionIndex } from './section-index.ts';
import { sum } from './sum.ts';

/** Words that ask for a comparison, mostly with what the docs do not know. */
const COMPARES =
  /\b(vs|versus|compare[ds]?|comparison|alternatives?|better than|difference between)\b/i;

/** What each sign counts, and where the line is: above it a query is taken as unanswered. */
export interface Line {
  readonly signs: readonly number[];
  readonly above: number;
}

export const LINE: Line = { signs: [-3.55, -1.95, 3.04, -0.47, 2.01], above: -1.99 };

/**
 * The signs: how high the best section scores for what the words say, how much of that it has; how much
 * is in words that no page has, though questions may; how much the words say; is it a comparison.
 * @param best what is listed first
 */
export function signsOf(
  query: string,
  slots: readonly Slot[],
  best: Ranked | undefined,
  index: SectionIndex,
): number[] {
  const highest = Math.log(2 * index.sections.length + 2);
  const asked = slots
    .filter(({ asked }) => asked)
    .map(({ meanings }) => {
      const stems = [...meanings.keys()];
      return {
        meanings,
        worth: Math.max(0, ...stems.map((stem) => rarityOf(stem, index))) || highest,
        isOnPages: stems.some((stem) => index.impacts(stem)?.isOnPages),
      };
    });
  const all = sum(asked.map(({ worth }) => worth)) || 1;
  const share = (counts: (slot: (typeof asked)[number]) => number) =>
    sum(asked.map((slot) => slot.worth * counts(slot))) / all;
  const nearest = ({ meanings }: Pick<Slot, 'meanings'>) =>
    [...meanings].map(([stem, nearness]) =>
      index.impacts(stem)?.inSections.has(best?.section ?? -1) ? nearness : 0,
    );
  return [
    Math.log((best?.score ?? 0) / all + 0.1),
    share((slot) => Math.max(0, ...nearest(slot))),
    share(({ isOnPages }) => (isOnPages ? 0 : 1)),
    Math.log(all),
    COMPARES.test(query) ? 1 : 0,
  ];
}

/** @param signs as {@link signsOf} tells them */
export function seemsAnswered(signs: readonly number[], line = LINE): boolean {
  return sum(signs.map((sign, at) => sign * (line.signs[at] ?? 0))) <= line.above;
}
