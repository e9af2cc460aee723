/** How well ranked hits answer questions whose best places are known. */

/** A section, by its page and heading. */
export interface Place {
  readonly source: string;
  readonly heading: string;
}

/** A line of a question file. */
export interface Question {
  readonly id: string;
  readonly q: string;
  readonly kind: string;
  /** The places that answer it; 3 is the best grade. */
  readonly gold: readonly (Place & { readonly grade: number })[];
}

/** A line of `tasks.jsonl`: what an agent has to build, and the sections that it needs for that. */
export interface Task {
  readonly id: string;
  readonly task: string;
  readonly needed: readonly Place[];
}

/** What a search must tell of a hit to be measured. */
export interface MeasuredHit {
  readonly source: string | null;
  readonly heading: string;
}

/** Each from 0 to 1; of several questions the mean. */
export interface Measures {
  /** Share of questions with a gold page among the first k pages. */
  readonly 'hit@1': number;
  readonly 'hit@3': number;
  readonly 'hit@10': number;
  /** One by the rank of the first gold page, 0 past the tenth. */
  readonly 'MRR@10': number;
  /** Order of the first ten pages against the best order there is, by grade. */
  readonly 'nDCG@10': number;
  /** Share of questions with a gold section among the first k hits. */
  readonly 'section@1': number;
  readonly 'section@3': number;
  readonly 'section@10': number;
  /** Share of questions without any hit. */
  readonly empty: number;
}

export const MEASURES = [
  'hit@1',
  'hit@3',
  'hit@10',
  'MRR@10',
  'nDCG@10',
  'section@1',
  'section@3',
  'section@10',
  'empty',
] as const satisfies readonly (keyof Measures)[];

export function readQuestions(jsonLines: string): Question[] {
  return readLines(jsonLines) as Question[];
}

export function readTasks(jsonLines: string): Task[] {
  return readLines(jsonLines) as Task[];
}

function readLines(jsonLines: string): unknown[] {
  const lines = jsonLines.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line): unknown => JSON.parse(line));
}

/** Measures the hits for one question. */
export function measure({ gold }: Question, hits: readonly MeasuredHit[]): Measures {
  const pages = [...new Set(hits.map(({ source }) => source))].slice(0, 10);
  const grades = new Map<string | null, number>();
  for (const { source, grade } of gold) {
    grades.set(source, Math.max(grade, grades.get(source) ?? 0));
  }
  const page = pages.findIndex((source) => grades.has(source));
  const section = hits.findIndex((hit) => isGold(gold, hit));
  const best = [...grades.values()].sort((a, b) => b - a);
  return {
    'hit@1': within(page, 1),
    'hit@3': within(page, 3),
    'hit@10': within(page, 10),
    'MRR@10': page === -1 ? 0 : 1 / (page + 1),
    'nDCG@10': gain(pages.map((source) => grades.get(source) ?? 0)) / gain(best.slice(0, 10)),
    'section@1': within(section, 1),
    'section@3': within(section, 3),
    'section@10': within(section, 10),
    empty: hits.length === 0 ? 1 : 0,
  };
}

/** Is this one of the sections that answer the question? */
export function isGold(gold: readonly Place[], hit: MeasuredHit): boolean {
  return gold.some(({ source, heading }) => source === hit.source && isSame(heading, hit.heading));
}

/** The mean of each measure. */
export function meanOf(all: readonly Measures[]): Measures {
  const mean = (name: keyof Measures) =>
    all.reduce((sum, measures) => sum + measures[name], 0) / all.length;
  return Object.fromEntries(MEASURES.map((name) => [name, mean(name)])) as unknown as Measures;
}

function within(rank: number, places: number): number {
  return rank >= 0 && rank < places ? 1 : 0;
}

/** Discounted cumulative gain of grades in the order of their ranks. */
function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
}

/** Is it one heading? Question files write headings as Markdown: "`createMotiaTester()`". */
function isSame(written: string, shown: string): boolean {
  return plain(written) === plain(shown);
}

function plain(heading: string): string {
  return heading.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
