/** Runs every test there is and ends with one line, `N passed, N failed`: `npm test`. */
import { once } from 'node:events';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run, type EventData } from 'node:test';
import { dot } from 'node:test/reporters';
import type { JSONReport } from '@playwright/test/reporter';
import { commandLine } from './command-line.ts';
import { ensureBrowser } from '../tests/e2e/browser.ts';
import { BUILD_STAGES, CODE_CHECK, runStage, SPLIT_CHECK, type Stage } from './stages.ts';

const HELP = `Usage: npm test

Checks format, lint and types, runs the unit tests, builds the site with all its checks, then tests
the build and, in a browser, the served site. The last line is "N passed, N failed", where a stage
that runs no tests counts as one. Exit code 1 if anything failed.`;

/** What a stage adds to the last line. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** A stage of its own kind, or a program that passes or fails as a whole. */
type TestStage = Pick<Stage, 'name' | 'needs'> & ({ run: () => Promise<Count> } | Stage);

const PASSED: Count = { passed: 1, failed: 0 };
const FAILED: Count = { passed: 0, failed: 1 };

const STAGES: readonly TestStage[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '--config', 'tests/eslint.config.js', '.'] },
  {
    name: 'direction of imports',
    command: ['depcruise', '--config', 'tests/dependency-cruiser.config.mjs', 'src', 'scripts'],
  },
  { name: 'types of components', command: ['astro', 'check'] },
  { name: 'types', command: ['tsc'] },
  { name: 'unit tests', run: () => nodeTests('tests/{unit,property,search}/**/*.test.ts') },
  SPLIT_CHECK,
  CODE_CHECK,
  ...BUILD_STAGES,
  {
    name: 'build tests',
    run: () => nodeTests('tests/build/**/*.test.ts'),
    needs: ['site', 'headers'],
  },
  {
    name: 'browser tests',
    run: browserTests,
    needs: ['site', 'search index', 'headers', 'compression'],
  },
];

await commandLine(HELP, {}, async () => {
  const counts = new Map<string, Count>();
  for (const stage of STAGES) {
    const missing = stage.needs?.find((need) => counts.get(need)?.failed !== 0);
    if (missing === undefined) counts.set(stage.name, await count(stage));
    else console.log(`\n── ${stage.name}: not run, as "${missing}" did not pass`);
  }
  const failures = [...counts].filter(([, { failed }]) => failed > 0).map(([name]) => name);
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
  const total = (key: keyof Count) => counts.values().reduce((sum, count) => sum + count[key], 0);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  if (failures.length > 0) process.exitCode = 1;
});

async function count(stage: TestStage): Promise<Count> {
  if ('command' in stage) return (await runStage(stage)) ? PASSED : FAILED;
  console.log(`\n── ${stage.name}`);
  try {
    return await stage.run();
  } catch (error) {
    console.error((error as Error).message);
    return FAILED;
  }
}

/** Runs test files with Node's own runner; a dot each, failures in full at the end. */
async function nodeTests(pattern: string): Promise<Count> {
  const files = globSync(pattern);
  if (files.length === 0) throw new Error(`no tests match ${pattern}`);
  const tests = run({ files, concurrency: availableParallelism() });
  const summary = new Promise<EventData.TestSummary>((resolve) =>
    tests.on('test:summary', (summary) => summary.file === undefined && resolve(summary)),
  );
  const shown = tests.compose<NodeJS.ReadableStream>(dot);
  shown.pipe(process.stdout, { end: false });
  await once(shown, 'end');
  const { counts } = await summary;
  const { tests: all, passed, skipped, todo } = counts;
  console.log(`${passed} tests passed in ${files.length} files`);
  return { passed, failed: all - passed - skipped - todo };
}

/** Runs the browser tests and reads their counts from Playwright's report. */
async function browserTests(): Promise<Count> {
  const report = 'test-results/report.json';
  rmSync(report, { force: true });
  const config = 'tests/e2e/playwright.config.ts';
  const stage: Stage = { name: 'playwright', command: ['playwright', 'test', '--config', config] };
  ensureBrowser();
  const good = await runStage(stage);
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8')) as JSONReport;
  for (const { message } of errors) console.error(message);
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: failed === 0 && !good ? 1 : failed };
}
