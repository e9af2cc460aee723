/** Measures the search of the built site against questions, beside two others: `npm run bench:search`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close } from 'pagefind';
import { commandLine } from './command-line.ts';
import { readRoutes } from '../src/content/read-routes.ts';
import { INDEX_FILE, SEARCH_FOLDER } from '../src/search/index-file.ts';
import { readSynonyms } from '../src/search/indexing/synonyms.ts';
import { miniSearch, stockPagefind, type Baseline } from '../tests/search/baselines.ts';
import { MEASURES, meanOf, measure, readQuestions } from '../tests/search/measures.ts';
import type { MeasuredHit, Measures, Question } from '../tests/search/measures.ts';
import { ourSearch } from '../tests/search/ours.ts';
import { sum } from '../tests/search/served.ts';
import { readBuiltPages } from './built-pages.ts';

const ROOT = join(import.meta.dirname, '..');

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
    dist: { type: 'string', default: join(ROOT, 'dist') },
  },
  async ({ questions: file, failures, 'only-ours': onlyOurs, dist }) => {
    if (!existsSync(join(dist, SEARCH_FOLDER, INDEX_FILE))) {
      throw new Error(`the search index is not built in ${dist}: run "npm run build"`);
    }
    const questions = readQuestions(readFileSync(file, 'utf8'));
    const scratch = mkdtempSync(join(tmpdir(), 'bench-search-'));
    try {
      const table = join(ROOT, 'content/_source/synonyms.yaml');
      const ours = await ourSearch(dist, readSynonyms(readFileSync(table, 'utf8')));
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
