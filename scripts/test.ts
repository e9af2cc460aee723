/** Runs every test there is and ends with one line, `N passed, N failed`: `npm test`. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { JSONReport } from '@playwright/test/reporter';
import { commandLine } from './command-line.ts';
import { ensureBrowser } from '../tests/e2e/browser.ts';
import {
  BUILD_STAGES,
  CODE_CHECK,
  runTasks,
  SPLIT_CHECK,
  stageEnvironment,
  taskOf,
  type Stage,
  type Task,
} from './stages.ts';

const HELP = `Usage: npm test
       npm test -- --changed [--since REVISION]
       npm run check

Checks format, lint and types, runs the unit tests, builds the site with all its checks, then tests
the build and, in a browser, the served site. The last line is "N passed, N failed", where a stage
that runs no tests counts as one. Exit code 1 if anything failed.

  --changed         only what a change can break and needs no build: format and lint of the changed
                    files, types, and the unit tests that reach them; it names what it leaves out
  --since REVISION  what changed is what differs from there (default: HEAD)
  --static          format, lint, imports and types alone: "npm run check"`;

/** What a task adds to the last line; one that runs no tests counts as one. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const PASSED: Count = { passed: 1, failed: 0 };
const FAILED: Count = { passed: 0, failed: 1 };

/** Files of tests of Node's runner: the unit tests in two parts that take as long as each other. */
const UNIT_TESTS = {
  'split tests': 'tests/{property,unit/{split,refresh}}/**/*.test.ts',
  'unit tests': 'tests/unit/{*.test.ts,!(split|refresh)/**/*.test.ts}',
};
const BUILD_TESTS = 'tests/build/**/*.test.ts';

/** The stages that read files of the project and need no build. */
const format = (files: readonly string[]): Stage => ({
  name: 'format',
  command: ['prettier', '--check', '--log-level', 'warn', '--ignore-unknown', ...files],
});
const lint = (files: readonly string[]): Stage => ({
  name: 'lint',
  command: ['eslint', '--config', 'tests/eslint.config.js', '--no-warn-ignored', ...files],
});
/** All files, but those that have not changed since they were found good are not read again. */
const CACHED = ['--cache', '.'];
const IMPORTS: Stage = {
  name: 'imports',
  command: ['depcruise', '--config', 'tests/dependency-cruiser.config.mjs', 'src', 'scripts'],
};
/**
 * Reads the TypeScript files as well as the components. Not beside a build: both write what Astro
 * knows of the content.
 */
const TYPES: Stage = { name: 'types', command: ['astro', 'check'] };

function everything(): CountedTask[] {
  const [site, ...others] = BUILD_STAGES.map(taskOf);
  return [
    // The site first: most tasks wait for it.
    ...(site ? [site] : []),
    ...[format(['.']), lint(['.']), IMPORTS, { ...TYPES, needs: ['site'] }].map(taskOf),
    ...others,
    ...[SPLIT_CHECK, CODE_CHECK].map(taskOf),
    ...unitTests(),
    {
      ...nodeTests('build tests', globSync(BUILD_TESTS), 'process'),
      needs: ['types', 'headers', 'compression'],
    },
    browserTests(),
  ];
}

/** What a change can break, as far as it needs no build. */
function tasksSince(revision: string): CountedTask[] {
  const changed = [
    ...linesOf('git', 'diff', '--name-only', '--diff-filter=d', revision),
    ...linesOf('git', 'ls-files', '--others', '--exclude-standard'),
  ];
  if (changed.length === 0) {
    console.log(`nothing changed since ${revision}`);
    return [];
  }
  const reached = JSON.parse(
    linesOf(
      'depcruise',
      ...['--config', 'tests/dependency-cruiser.config.mjs', '--output-type', 'json'],
      ...['--affected', revision, 'src', 'scripts', 'tests'],
    ).join('\n'),
  ) as { modules: { source: string }[] };
  const tests = new Set(reached.modules.map(({ source }) => source));
  // What is no code is read by tests that no import leads to.
  const isData = changed.some((file) => !/^(src|scripts|tests)\/.*\.[cm]?[jt]s$/.test(file));
  const left = [...tests].filter((file) => /^tests\/(build|e2e)\/.*\.(test|spec)\.ts$/.test(file));
  console.log(
    `${changed.length} files changed since ${revision}; left to "npm test": the build, and ${left.length || 'no'} files of build and browser tests that the change reaches`,
  );
  return [
    ...[format(changed), IMPORTS, TYPES].map(taskOf),
    ...(changed.some(isScript) ? [taskOf(lint(changed.filter(isScript)))] : []),
    ...(isData ? [SPLIT_CHECK, CODE_CHECK].map(taskOf) : []),
    ...unitTests((file) => isData || tests.has(file)),
  ];
}

const isScript = (file: string): boolean => /\.(ts|js|mjs|astro)$/.test(file);

/** The lines that a program prints. */
function linesOf(program: string, ...args: string[]): string[] {
  const output = execFileSync(program, args, {
    encoding: 'utf8',
    env: stageEnvironment(),
    maxBuffer: 100_000_000,
  });
  return output.split('\n').filter((line) => line !== '');
}

/** Runs tasks, whatever fails, and says at the end what passed and what did not. */
async function runAll(tasks: readonly CountedTask[]): Promise<void> {
  const { failed, left } = await runTasks(tasks, true);
  for (const name of left) console.log(`\n── ${name}: not run, as what it needs did not pass`);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  const counts = tasks
    .filter(({ name }) => !left.includes(name))
    .map(({ name, count }) => count?.() ?? (failed.includes(name) ? FAILED : PASSED));
  const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  if (failed.length + left.length > 0) process.exitCode = 1;
}

/** A task made of many tests. */
interface CountedTask extends Task {
  /** How they ended, when it has run. */
  readonly count?: () => Count;
}

/** A task that counts; an error of its own is a failure as well. */
function counted(
  task: Omit<Task, 'run'>,
  run: (say: (line: string) => void) => Promise<Count>,
): CountedTask {
  let count = FAILED;
  return {
    ...task,
    count: () => count,
    run: async (say) => {
      count = await run(say).catch((error: Error) => {
        say(error.message);
        return FAILED;
      });
      return count.failed === 0;
    },
  };
}

/**
 * Test files under Node's own runner, one after the other: a dot a test, failures in full at the end.
 * @param isolation `none` runs all files in one process, which spares each the reading of the same
 *   modules; hooks outside a `describe` are then hooks of all files
 */
const nodeTests = (
  name: string,
  files: readonly string[],
  isolation: 'none' | 'process',
): CountedTask =>
  counted({ name }, async (say) => {
    if (files.length === 0) throw new Error('there are no such tests');
    const results = `.cache/tests/${name.replaceAll(' ', '-')}.tap`;
    mkdirSync('.cache/tests', { recursive: true });
    rmSync(results, { force: true });
    const reporters = Object.entries({ dot: 'stdout', tap: results }).flatMap(([reporter, to]) => [
      `--test-reporter=${reporter}`,
      `--test-reporter-destination=${to}`,
    ]);
    const options = [`--test-isolation=${isolation}`, '--test-concurrency=1', ...reporters];
    const command = ['node', '--test', ...options, ...files] as const;
    const good = await taskOf({ name, command }).run(say);
    const tap = readFileSync(results, 'utf8');
    const count = (what: string) =>
      Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
    const failed = count('fail') + count('cancelled');
    say(`${count('pass')} tests passed in ${files.length} files`);
    return { passed: count('pass'), failed: failed === 0 && !good ? 1 : failed };
  });

/** The unit tests of the files that are wanted. */
const unitTests = (isWanted: (file: string) => boolean = () => true): CountedTask[] =>
  Object.entries(UNIT_TESTS)
    .map(([name, pattern]) => [name, globSync(pattern).filter(isWanted)] as const)
    .filter(([, files]) => files.length > 0)
    .map(([name, files]) => nodeTests(name, files, 'none'));

/** Playwright's tests, with their counts from its report. They keep both processors busy. */
const browserTests = (): CountedTask =>
  counted({ name: 'browser tests', needs: ['headers', 'compression'], cores: 2 }, async (say) => {
    const report = 'test-results/report.json';
    rmSync(report, { force: true });
    ensureBrowser();
    const config = 'tests/e2e/playwright.config.ts';
    const playwright = taskOf({ name: '', command: ['playwright', 'test', '--config', config] });
    const good = await playwright.run(say);
    const { stats, errors } = JSON.parse(readFileSync(report, 'utf8')) as JSONReport;
    for (const { message } of errors) say(message ?? '');
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: failed === 0 && !good ? 1 : failed };
  });

const OPTIONS = {
  changed: { type: 'boolean', default: false },
  since: { type: 'string', default: 'HEAD' },
  static: { type: 'boolean', default: false },
} as const;

await commandLine(HELP, OPTIONS, async ({ changed, since, static: isStatic }) => {
  if (isStatic)
    await runAll(
      [
        format([...CACHED, '--cache-location', '.cache/prettier']),
        lint([...CACHED, '--cache-location', '.cache/eslint']),
        IMPORTS,
        TYPES,
      ].map(taskOf),
    );
  else await runAll(changed ? tasksSince(since) : everything());
});
