/** Measures the search of the built site against questions, beside two others: `npm run bench:search`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close } from 'pagefind';
import { commandLine } from './command-line.ts';
import { readRoutes } from '../src/content/read-routes.ts';
import { INDEX_FILE, SEARCH_FOLDER, type IndexFile } from '../src/search/index-file.ts';
import { WEIGHTS } from '../src/search/weights.ts';
import { readSynonyms } from '../src/search/indexing/synonyms.ts';
import { miniSearch, stockPagefind, type Baseline } from '../tests/search/baselines.ts';
import { MEASURES, meanOf, measure, readQuestions } from '../tests/search/measures.ts';
import type { MeasuredHit, Measures, Question } from '../tests/search/measures.ts';
import { ourSearch } from '../tests/search/ours.ts';
import { sum } from '../tests/search/served.ts';
import { fit, measureWith, neutral, pathsOf } from '../tests/search/weighing.ts';
import { spreadOf, weightAt, withWeight } from '../tests/search/weighing.ts';
import { readBuiltPages } from './built-pages.ts';

const ROOT = join(import.meta.dirname, '..');

const SYNONYMS = join(ROOT, 'content/_source/synonyms.yaml');

/** All files of questions. */
const FILES = ['questions', 'practice', 'held-out', 'people'];

const HELP = `npm run bench:search -- [options]

Asks the questions of a file and prints how well each kind is answered, by our search, by Pagefind as
Starlight ships it, and by MiniSearch over the same sections; then latency and bytes. Weights
(src/search/weights.ts) and synonyms (content/_source/synonyms.yaml) are taken as they are now: a change
of theirs needs no build.

  --questions FILE  lines {"id", "q", "kind", "gold": [{"source", "heading", "grade"}]}
                    (default: tests/search/questions.jsonl; beside it practice.jsonl,
                    which weights were tuned with, and held-out.jsonl, which they were not)
  --failures        list what our search gets wrong: the first page, or all of the first three sections
  --only-ours       leave the other two out
  --ablate          what each stage and weight of our search gives on each kind of question, of all
                    question files: the loss of its measures without it
  --fit             other weights by a seeded search, and what they are worth on questions that the
                    search did not see (five folds): --tries N (default: 150), --seed N (default: 1)
  --dist DIR        the built site (default: dist)
  --help            show this`;

/** Questions whose first query is also measured in bytes. */
const COLD_QUERIES = 10;

interface Asked extends Measures {
  readonly question: Question;
  readonly hits: readonly MeasuredHit[];
  readonly milliseconds: number;
}

await commandLine(
  HELP,
  {
    questions: { type: 'string', default: join(ROOT, 'tests/search/questions.jsonl') },
    failures: { type: 'boolean', default: false },
    'only-ours': { type: 'boolean', default: false },
    ablate: { type: 'boolean', default: false },
    fit: { type: 'boolean', default: false },
    tries: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    dist: { type: 'string', default: join(ROOT, 'dist') },
  },
  async ({ questions: file, failures, 'only-ours': onlyOurs, dist, ...tuning }) => {
    const built = join(dist, SEARCH_FOLDER, INDEX_FILE);
    if (!existsSync(built)) {
      throw new Error(`the search index is not built in ${dist}: run "npm run build"`);
    }
    if (tuning.ablate || tuning.fit) {
      const index = JSON.parse(readFileSync(built, 'utf8')) as IndexFile;
      const synonyms = readSynonyms(readFileSync(SYNONYMS, 'utf8'));
      if (tuning.ablate) ablate({ ...index, synonyms }, allQuestions());
      if (tuning.fit) showFit({ ...index, synonyms }, allQuestions(), tuning);
      return;
    }
    const questions = readQuestions(readFileSync(file, 'utf8'));
    const scratch = mkdtempSync(join(tmpdir(), 'bench-search-'));
    try {
      const ours = await ourSearch(dist, readSynonyms(readFileSync(SYNONYMS, 'utf8')));
      await report(ours, questions, failures);
      for (const other of onlyOurs ? [] : await baselines(dist, scratch)) {
        await report(other, questions, false);
      }
    } finally {
      await close();
      rmSync(scratch, { recursive: true });
    }
  },
);

function allQuestions(): Question[] {
  return FILES.flatMap((name) =>
    readQuestions(readFileSync(join(ROOT, `tests/search/${name}.jsonl`), 'utf8')),
  );
}

/** Prints what is lost without each weight, and without mending: by kind section@3, and over all. */
function ablate(index: IndexFile, questions: readonly Question[]): void {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const summary = (measures: readonly Measures[]) => {
    const mean = meanOf(measures);
    const ofKind = (kind: string) =>
      meanOf(measures.filter((_, at) => questions[at]?.kind === kind))['section@3'];
    return [
      ...(['hit@1', 'MRR@10', 'section@1', 'section@3'] as const).map((name) => mean[name]),
      ...kinds.map(ofKind),
    ];
  };
  const line = (name: string, numbers: readonly number[]) =>
    [name.padEnd(24), ...numbers.map((number) => number.toFixed(3).padStart(11))].join('');
  const whole = summary(measureWith(index, questions, WEIGHTS));
  const heads = ['hit@1', 'MRR@10', 'section@1', 'section@3', ...kinds];
  console.log(`${' '.repeat(24)}${heads.map((head) => head.padStart(11)).join('')}`);
  console.log(line('with all', whole));
  const without = (name: string, measures: readonly Measures[]) =>
    console.log(
      line(
        name,
        summary(measures).map((number, at) => number - (whole[at] ?? 0)),
      ),
    );
  without('mending', measureWith(index, questions, WEIGHTS, false));
  without('synonyms', measureWith({ ...index, synonyms: [] }, questions, WEIGHTS));
  for (const path of pathsOf(WEIGHTS)) {
    const tried = withWeight(WEIGHTS, path, neutral(path));
    without(path, measureWith(index, questions, tried));
  }
}

/** Prints weights that fit the questions better, and what they are worth on those not seen. */
function showFit(
  index: IndexFile,
  questions: readonly Question[],
  { tries, seed }: { tries: string; seed: string },
): void {
  const how = { tries: Number(tries), folds: 5, seed: Number(seed) };
  const { weights, folds } = fit(index, questions, WEIGHTS, how);
  for (const [at, { before, after }] of folds.entries()) {
    console.log(`fold ${at + 1}: ${before.toFixed(4)} -> ${after.toFixed(4)}`);
  }
  const { mean, variance } = spreadOf(folds.map(({ before, after }) => after - before));
  console.log(`gain on unseen questions ${mean.toFixed(4)}, variance ${variance.toExponential(1)}`);
  for (const path of pathsOf(WEIGHTS)) {
    const [before, after] = [weightAt(WEIGHTS, path), weightAt(weights, path)];
    if (before !== after) console.log(`${path}: ${before} -> ${after.toFixed(3)}`);
  }
}

async function baselines(dist: string, scratch: string): Promise<Baseline[]> {
  const routes = readRoutes(join(ROOT, 'content'));
  const sources = new Map(routes.pages.map(({ route, source }) => [route, source]));
  return [await stockPagefind(dist, scratch, sources), miniSearch(readBuiltPages(routes, dist))];
}

async function report(search: Baseline, questions: readonly Question[], failures: boolean) {
  const asked = await askAll(search, questions);
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  console.log(`\n${search.name}\n${row('', 'asked', MEASURES)}`);
  for (const kind of [...kinds, 'all']) {
    const own = asked.filter(({ question }) => kind === 'all' || question.kind === kind);
    const mean = meanOf(own);
    console.log(
      row(
        kind,
        String(own.length),
        MEASURES.map((name) => mean[name].toFixed(3)),
      ),
    );
  }
  console.log(await costs(search, asked));
  if (failures) for (const one of asked.filter(isFailure)) console.log(failure(one));
}

/** Asks each question twice: the second time counts, when everything is loaded. */
async function askAll(search: Baseline, questions: readonly Question[]): Promise<Asked[]> {
  for (const { q } of questions) await search.ask(q);
  const asked: Asked[] = [];
  for (const question of questions) {
    const start = performance.now();
    const hits = await search.ask(question.q);
    const milliseconds = performance.now() - start;
    asked.push({ question, hits, milliseconds, ...measure(question, hits) });
  }
  return asked;
}

async function costs(search: Baseline, asked: readonly Asked[]): Promise<string> {
  const times = asked.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  const queries = asked.slice(0, COLD_QUERIES).map(({ question }) => question.q);
  const cold = await Promise.all(queries.map((query) => search.coldBytes(query)));
  const mean = (numbers: number[]) => Math.round(sum(numbers) / cold.length);
  const kilobytes = (mean(cold.map(({ bytes }) => bytes)) / 1000).toFixed(0);
  const requests = mean(cold.map(({ requests }) => requests));
  return `warm query in Node p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; cold query ${kilobytes} kB in ${requests} requests`;
}

function row(name: string, count: string, values: readonly string[]): string {
  return [name.padEnd(11), count.padStart(5), ...values.map((value) => value.padStart(11))].join(
    '',
  );
}

function isFailure(asked: Asked): boolean {
  return asked['hit@1'] === 0 || asked['section@3'] === 0;
}

function failure({ question, hits }: Asked): string {
  const place = ({ source, heading }: MeasuredHit) => `${source}#${heading}`;
  return [
    `\n${question.id} ${question.kind}: ${question.q}`,
    ...hits.slice(0, 3).map((hit) => `    got     ${place(hit)}`),
    ...question.gold.filter(({ grade }) => grade === 3).map((gold) => `    wanted  ${place(gold)}`),
  ].join('\n');
}
