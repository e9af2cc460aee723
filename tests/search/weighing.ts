/** What each stage and weight of the search gives, and which weights fit questions best. */
import type { IndexFile } from '../../src/search/index-file.ts';
import { sectionsNamed } from '../../src/search/named.ts';
import { readQuery } from '../../src/search/query.ts';
import { rank } from '../../src/search/rank.ts';
import { openIndex } from '../../src/search/section-index.ts';
import type { Weights } from '../../src/search/weights.ts';
import { randomFrom } from '../random.ts';
import { measure, meanOf, type Measures, type Question } from './measures.ts';
import { sum } from './served.ts';

/** Paths of the numbers in a set of weights: `section.heading`, `told`. */
export function pathsOf(weights: Weights): string[] {
  return Object.entries(weights).flatMap(([name, value]: [string, number | object]) =>
    typeof value === 'number' ? [name] : Object.keys(value).map((key) => `${name}.${key}`),
  );
}

/** The weights with another number at a path. */
export function withWeight(weights: Weights, path: string, number: number): Weights {
  const [name = '', key] = path.split('.');
  const before = weights[name as keyof Weights];
  const value = key === undefined ? number : { ...(before as object), [key]: number };
  return { ...weights, [name]: value };
}

export function weightAt(weights: Weights, path: string): number {
  const [name = '', key = ''] = path.split('.');
  const value: number | Readonly<Record<string, number>> = weights[name as keyof Weights];
  return typeof value === 'number' ? value : (value[key] ?? 0);
}

/** Weights that multiply a score: without effect at 1, where the others are at 0. */
const FACTORS = new Set('removed told remedy closing otherLanguage ofThisSite again'.split(' '));

/** The number with which a weight does nothing. */
export function neutral(path: string): number {
  if (path === 'perPage') return 10;
  // A saturation that is as good as none: every occurrence counts.
  if (path.startsWith('saturation')) return 50;
  return FACTORS.has(path) ? 1 : 0;
}

/** What the index of sections alone, without the full text, answers with these weights. */
export function measureWith(
  file: IndexFile,
  questions: readonly Question[],
  weights: Weights,
  isMending = true,
): Measures[] {
  const index = openIndex(file, weights);
  return questions.map((question) => {
    const read = readQuery(question.q, index, { verbatim: !isMending });
    const ranked = rank(read, index, { limit: 10 }, sectionsNamed(question.q, index));
    const hits = ranked.flatMap(({ section: number }) => {
      const section = index.sections[number];
      const page = section && index.pages[section.page];
      return page ? [{ source: page.source, heading: section.heading }] : [];
    });
    return measure(question, hits);
  });
}

/** One number for how good answers are: the page first, the section first, the section among three. */
export function worthOf(measures: readonly Measures[]): number {
  const mean = meanOf(measures);
  return (mean['MRR@10'] + mean['nDCG@10'] + mean['section@1'] + mean['section@3']) / 4;
}

/** What a search for weights found: in each fold, how good they are for the questions it did not see. */
export interface Fitted {
  readonly weights: Weights;
  readonly folds: readonly { readonly before: number; readonly after: number }[];
}

/** What a weight is multiplied with to try another. */
const STEPS = [0.5, 0.7, 0.85, 1.2, 1.4, 2];

/**
 * Fits weights to questions by a seeded search, one weight after the other, and cross-validates: each
 * fold is measured with weights that were fitted to the others.
 * @param tries weights that are tried in each fit
 */
export function fit(
  file: IndexFile,
  questions: readonly Question[],
  start: Weights,
  { tries, folds, seed }: { tries: number; folds: number; seed: number },
): Fitted {
  const paths = pathsOf(start).filter((path) => path !== 'perPage');
  const search = (own: readonly Question[]): Weights => {
    const random = randomFrom(seed);
    let best = start;
    let worth = worthOf(measureWith(file, own, start));
    for (let at = 0; at < tries; at++) {
      const path = paths[Math.floor(random() * paths.length)] ?? '';
      const step = STEPS[Math.floor(random() * STEPS.length)] ?? 1;
      const tried = withWeight(best, path, weightAt(best, path) * step);
      const found = worthOf(measureWith(file, own, tried));
      if (found > worth) [best, worth] = [tried, found];
    }
    return best;
  };
  const isIn = (fold: number) => (_: Question, at: number) => at % folds === fold;
  return {
    folds: Array.from({ length: folds }, (_, fold) => {
      const held = questions.filter(isIn(fold));
      const fitted = search(questions.filter((one, at) => !isIn(fold)(one, at)));
      return {
        before: worthOf(measureWith(file, held, start)),
        after: worthOf(measureWith(file, held, fitted)),
      };
    }),
    weights: search(questions),
  };
}

/** Mean and variance of numbers. */
export function spreadOf(numbers: readonly number[]): { mean: number; variance: number } {
  const mean = sum(numbers) / numbers.length;
  return { mean, variance: sum(numbers.map((one) => (one - mean) ** 2)) / numbers.length };
}
