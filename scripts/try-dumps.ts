/**
 * Tries other scrapes: splits each dump of a folder into a copy of the project and builds it. What
 * a maintainer runs before a new scrape replaces the committed one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { commandLine, UsageError } from './command-line.ts';
import { copyProject } from './project-copy.ts';

const HELP = `npm run try:dumps -- DIR|FILE…

Splits each dump (every .txt of a folder) into a copy of the project and builds the site from it.
Prints pages, split and build seconds, one line a dump. Exit codes: 0 all good, 1 one failed, 2 usage.`;

/** Runs a step in a folder; gives its seconds, or its output when it fails. */
function run(cwd: string, command: string, args: string[]): { seconds: string; failure?: string } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return status === 0 ? { seconds } : { seconds, failure: `${stdout}\n${stderr}`.trim() };
}

function tryDump(dump: string): boolean {
  const copy = copyProject(`dump-${basename(dump, '.txt')}`);
  try {
    const split = run(copy, process.execPath, ['scripts/split.ts', '--input', dump]);
    const build =
      split.failure === undefined ? run(copy, process.execPath, ['scripts/build.ts']) : split;
    const pages = readdirSync(join(copy, 'content'), { recursive: true }).filter((file) =>
      String(file).endsWith('.mdx'),
    ).length;
    const verdict = build.failure === undefined ? 'good' : `FAILED\n${build.failure}`;
    console.log(
      `${basename(dump)}: ${pages} pages, split ${split.seconds} s, build ${build.seconds} s: ${verdict}`,
    );
    return build.failure === undefined;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The dumps that an argument names: itself, or every .txt of a folder. */
function dumpsAt(path: string): string[] {
  if (!existsSync(path)) throw new UsageError(`${path} is neither a file nor a folder`);
  if (!statSync(path).isDirectory()) return [resolve(path)];
  const texts = readdirSync(path).filter((file) => file.endsWith('.txt'));
  if (texts.length === 0) throw new UsageError(`${path} holds no .txt`);
  return texts.toSorted().map((file) => resolve(path, file));
}

await commandLine(HELP, {}, (_, paths) => {
  if (paths.length === 0) throw new UsageError('expected a folder or files');
  if (!paths.flatMap(dumpsAt).map(tryDump).every(Boolean)) process.exitCode = 1;
});
