/** Fits the signs of a query that the docs do not answer: what `src/search/answered.ts` weighs. */
import { seemsAnswered, signsOf, type Line } from '../../src/search/answered.ts';
import { readQuery } from '../../src/search/query.ts';
import { rank } from '../../src/search/rank.ts';
import type { SectionIndex } from '../../src/search/section-index.ts';
import { sum } from './served.ts';

/** A query that is known to be answered or not, a line of `answerable.jsonl`. */
export interface Labelled {
  readonly q: string;
  readonly answerable: boolean;
}

interface Example {
  readonly signs: readonly number[];
  readonly isUnanswered: boolean;
}

/** Share of answerable queries that may be taken as unanswered where the line is drawn. */
const MISTAKEN = 0.042;
const FOLDS = 5;
const ROUNDS = 4000;

/** What a line does to queries: the shares that it flags of those without and with an answer. */
export interface Flagged {
  readonly unanswerable: number;
  readonly answerable: number;
}

/** The line fitted to all queries, and what lines fitted to four fifths of them do to the others. */
export function calibrate(
  queries: readonly Labelled[],
  index: SectionIndex,
): { line: Line; folds: Flagged[] } {
  const examples = queries.map(({ q, answerable }): Example => {
    const read = readQuery(q, index);
    const [best] = rank(read, index, { limit: 1 });
    return { signs: signsOf(q, read.slots, best, index), isUnanswered: !answerable };
  });
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const isHeld = (at: number) => at % FOLDS === fold;
    const line = fitLine(examples.filter((_, at) => !isHeld(at)));
    return flaggedBy(
      line,
      examples.filter((_, at) => isHeld(at)),
    );
  });
  return { line: fitLine(examples), folds };
}

function flaggedBy(line: Line, examples: readonly Example[]): Flagged {
  const share = (isUnanswered: boolean) => {
    const own = examples.filter((example) => example.isUnanswered === isUnanswered);
    return own.filter(({ signs }) => !seemsAnswered(signs, line)).length / own.length;
  };
  return { unanswerable: share(true), answerable: share(false) };
}

/** Logistic regression by gradient descent, both kinds weighing the same; then the line is drawn. */
function fitLine(examples: readonly Example[]): Line {
  const [{ signs: { length } } = { signs: [] }] = examples;
  const unanswered = examples.filter(({ isUnanswered }) => isUnanswered).length;
  const share = (isUnanswered: boolean) =>
    0.5 / (isUnanswered ? unanswered : examples.length - unanswered);
  let weights = new Array<number>(length + 1).fill(0);
  const heightOf = (signs: readonly number[]) =>
    sum([...signs, 1].map((sign, at) => sign * (weights[at] ?? 0)));
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Array<number>(length + 1).fill(0);
    for (const { signs, isUnanswered } of examples) {
      const error = 1 / (1 + Math.exp(-heightOf(signs))) - Number(isUnanswered);
      [...signs, 1].forEach((sign, at) => {
        slope[at] = (slope[at] ?? 0) + error * sign * share(isUnanswered);
      });
    }
    weights = weights.map((weight, at) => weight - 2 * ((slope[at] ?? 0) + 0.001 * weight));
  }
  weights[length] = 0;
  const answered = examples.filter(({ isUnanswered }) => !isUnanswered);
  const heights = answered.map(({ signs }) => heightOf(signs)).sort((a, b) => b - a);
  return {
    signs: weights.slice(0, -1),
    above: heights[Math.floor(heights.length * MISTAKEN)] ?? 0,
  };
}
