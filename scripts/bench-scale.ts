/** The site with many more pages, beside stock Starlight with as many: `npm run bench:scale`. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readManifest } from '../src/content/read-routes.ts';
import { INDEX_FILE, SEARCH_FOLDER } from '../src/search/index-file.ts';
import { readSynonyms } from '../src/search/indexing/synonyms.ts';
import { readQuestions } from '../tests/search/measures.ts';
import { ourSearch } from '../tests/search/ours.ts';
import { servedBytes, sum } from '../tests/search/served.ts';
import { writeStockSite } from './bench-stock.ts';
import { commandLine, UsageError } from './command-line.ts';
import { copyProject } from './project-copy.ts';
import { scrapeOfPages } from './scale-scrape.ts';
import { stageEnvironment } from './stages.ts';

const HELP = `Usage: npm run bench:scale -- [--pages N] [--no-stock]

Makes a scrape of N pages from sections of ours, then splits and builds it in a copy of the project
(.cache/bench-scale). Prints seconds and memory of each stage, the weight of pages and of the search
index, what a query costs, and the build of stock Starlight with the same pages.
  --pages N    how many pages (default: 500; what our scrape has is the least)
  --no-stock   leaves stock Starlight out`;

const ROOT = resolve(import.meta.dirname, '..');
const SCRAPE = join(ROOT, 'content/_source/motia-docs.txt');
const PEAKS = join(ROOT, '.cache/memory-peaks.jsonl');

/** Queries whose first answer is measured in bytes. */
const COLD_QUERIES = 10;

await commandLine(
  HELP,
  { pages: { type: 'string', default: '500' }, 'no-stock': { type: 'boolean', default: false } },
  async ({ pages, 'no-stock': isAlone }) => {
    if (!/^[1-9]\d*$/.test(pages)) throw new UsageError('--pages takes a whole number above 0');
    const copy = copyProject('bench-scale');
    const scrape = join(copy, 'scale.txt');
    writeFileSync(scrape, scrapeOfPages(readFileSync(SCRAPE, 'utf8'), Number(pages)));
    measured(copy, 'split', process.execPath, ['scripts/split.ts', '--input', scrape]);
    const { pages: written } = readManifest(join(copy, 'content'));
    console.log(`\n${written.length} pages`);
    const build = measured(copy, 'build', process.execPath, ['scripts/build.ts']);
    weigh(join(copy, 'dist'));
    await query(join(copy, 'dist'));
    if (isAlone) return;
    const folder = join(copy, '.cache/stock');
    writeStockSite(folder, join(copy, 'content'));
    const stock = measured(copy, 'stock Starlight', 'astro', ['build', '--root', folder]);
    console.log(`\nbuild: ${(build / stock).toFixed(2)} times stock's`);
  },
);

/**
 * Runs a program in a folder and prints its seconds, and of each Node process of it the seconds and
 * the most memory it held.
 * @returns its seconds
 * @throws Error with its output when it fails
 */
function measured(cwd: string, name: string, program: string, args: readonly string[]): number {
  rmSync(PEAKS, { force: true });
  const preload = pathToFileURL(join(ROOT, 'scripts/memory-peak.js')).href;
  const env = { ...stageEnvironment(), MEMORY_PEAK: PEAKS, NODE_OPTIONS: `--import ${preload}` };
  console.log(`\n${name} …`);
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    ...{ cwd, env },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${name} failed:\n${stdout}\n${stderr}`);
  console.log(`${name}: ${seconds.toFixed(1)} s`);
  const peaks = existsSync(PEAKS) ? readFileSync(PEAKS, 'utf8').trim().split('\n') : [];
  for (const line of peaks) {
    const [stage, took, memory] = JSON.parse(line) as [string, number, number];
    console.log(
      `  ${stage.padEnd(20)} ${String(took).padStart(5)} s ${String(memory).padStart(6)} MB`,
    );
  }
  return seconds;
}

/** Prints what the files of a built site weigh, as they are served. */
function weigh(dist: string): void {
  const bytes = (pattern: string) =>
    globSync(pattern, { cwd: dist }).map((file) => statSync(join(dist, file)).size);
  const pages = bytes('**/index.html');
  const sent = bytes('**/index.html.br');
  const mean = (sizes: readonly number[]) => (sum(sizes) / sizes.length / 1000).toFixed(1);
  const index = servedBytes(join(dist, SEARCH_FOLDER, INDEX_FILE)) / 1000;
  const llms = statSync(join(dist, 'llms.txt')).size / 1000;
  console.log(
    `  a page ${mean(pages)} kB of HTML, ${mean(sent)} kB with brotli; index ${index.toFixed(0)} kB; llms.txt ${llms.toFixed(0)} kB`,
  );
}

/** Prints what a first query loads, and how long queries take after it. */
async function query(dist: string): Promise<void> {
  const synonyms = readSynonyms(readFileSync(join(ROOT, 'content/_source/synonyms.yaml'), 'utf8'));
  const questions = readQuestions(
    readFileSync(join(ROOT, 'tests/search/questions.jsonl'), 'utf8'),
  ).map(({ q }) => q);
  const search = await ourSearch(dist, synonyms);
  const cold: number[] = [];
  for (const question of questions.slice(0, COLD_QUERIES)) {
    cold.push((await search.coldBytes(question)).bytes);
  }
  const times: number[] = [];
  for (const question of questions) await search.ask(question);
  for (const question of questions) {
    const start = performance.now();
    await search.ask(question);
    times.push(performance.now() - start);
  }
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  console.log(
    `  a first query ${(sum(cold) / cold.length / 1000).toFixed(0)} kB, warm p95 ${p95.toFixed(0)} ms in Node`,
  );
}
