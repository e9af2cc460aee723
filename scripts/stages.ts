/** The stages of a build, in order, and how one is run: `build.ts` and `test.ts` share them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** One program that does one thing, and what must have gone well before it makes sense. */
export interface Stage {
  readonly name: string;
  /** `node` is this Node; other programs are those of node_modules. */
  readonly command: readonly [program: string, ...args: string[]];
  readonly needs?: readonly string[];
}

/** Whether `content/` is what the committed scrape says; not part of a build of other pages. */
export const SPLIT_CHECK: Stage = {
  name: 'split check',
  command: ['node', 'scripts/split.ts', '--check'],
};

/** From `content/`, as it stands, to the whole deployable site in a folder. */
export function buildStages(folder: string): readonly Stage[] {
  const step = (name: string, script: string, option: string): Stage => ({
    name,
    command: ['node', `scripts/${script}.ts`, option, folder],
    needs: ['site'],
  });
  return [
    { name: 'site', command: ['astro', 'build', '--outDir', folder] },
    step('search index', 'index-search', '--dist'),
    step('links', 'check-links', '--dir'),
    step('headers', 'write-headers', '--dir'),
    step('compression', 'precompress', '--dir'),
  ];
}

export const BUILD_STAGES = buildStages('dist');

/** Runs a stage with its output on ours; true when it ended well. Its lines come under its name. */
export async function runStage({ name, command }: Stage): Promise<boolean> {
  const start = performance.now();
  console.log(`\n── ${name}: ${command.join(' ')}`);
  const [program, ...args] = command;
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: stageEnvironment(),
  });
  const [code, signal] = await once(child, 'exit').catch((error: Error) => [error.message, null]);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(code === 0 ? `   ${seconds} s` : `   failed: ${signal ?? code} after ${seconds} s`);
  return code === 0;
}

/** Ours, with the programs of node_modules. */
export function stageEnvironment(): NodeJS.ProcessEnv {
  const path = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  return { ...process.env, PATH: path };
}
