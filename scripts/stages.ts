/** The stages of a build and how they are run: `build.ts`, `test.ts` and the benches share them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

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

/** Whether the committed report of the code check is what the packages say of the pages. */
export const CODE_CHECK: Stage = {
  name: 'code check',
  command: ['node', 'scripts/check-code.ts', '--check', '--quiet'],
};

/** From `content/`, as it stands, to the whole deployable site in a folder. */
export function buildStages(folder: string): readonly Stage[] {
  const step = (name: string, script: string, option: string, needs = ['site']): Stage => ({
    name,
    command: ['node', `scripts/${script}.ts`, option, folder],
    needs,
  });
  return [
    { name: 'site', command: ['astro', 'build', '--outDir', folder] },
    step('search index', 'index-search', '--dist'),
    step('links', 'check-links', '--dir'),
    step('headers', 'write-headers', '--dir'),
    step('compression', 'precompress', '--dir', ['site', 'search index']),
  ];
}

export const BUILD_STAGES = buildStages('dist');

/** Runs a stage with its output on ours; true when it ended well. Its lines come under its name. */
export async function runStage(stage: Stage): Promise<boolean> {
  console.log(`\n── ${stage.name}: ${stage.command.join(' ')}`);
  const { good, end } = await ended(start(stage, 'inherit'));
  console.log(`   ${end}`);
  return good;
}

/**
 * Runs stages beside each other, each as soon as those that it needs have ended well and a processor
 * is free. Every line of theirs comes with the stage's name; after a failure none is begun.
 * @throws Error naming the stages that failed, or one whose needs are no stages
 */
export async function runStages(stages: readonly Stage[]): Promise<void> {
  const waiting = new Set(stages);
  const running = new Set<Promise<void>>();
  const passed = new Set<string>();
  const failed: string[] = [];
  const width = Math.max(...stages.map(({ name }) => name.length));

  const run = async (stage: Stage) => {
    const say = (line: string) => console.log(`${stage.name.padEnd(width)} │ ${line}`);
    const child = start(stage, 'pipe');
    for (const output of [child.stdout, child.stderr]) {
      if (output) createInterface(output).on('line', say);
    }
    const { good, end } = await ended(child);
    say(end);
    if (good) passed.add(stage.name);
    else failed.push(stage.name);
  };

  for (;;) {
    const ready = [...waiting].filter(({ needs = [] }) => needs.every((name) => passed.has(name)));
    for (const stage of failed.length > 0 ? [] : ready) {
      if (running.size >= availableParallelism()) break;
      waiting.delete(stage);
      const end = run(stage).finally(() => running.delete(end));
      running.add(end);
    }
    if (running.size === 0) break;
    await Promise.race(running);
  }
  if (failed.length > 0) {
    throw new Error(`the build stopped at "${failed.join('", "')}": what is wrong stands above`);
  }
  for (const { name, needs } of waiting) {
    throw new Error(
      `"${name}" needs ${needs?.join(', ')}, and not all of these are among the stages`,
    );
  }
}

function start({ command: [program, ...args] }: Stage, output: 'inherit' | 'pipe'): ChildProcess {
  return spawn(program === 'node' ? process.execPath : program, args, {
    cwd: ROOT,
    stdio: ['ignore', output, output],
    env: stageEnvironment(),
  });
}

/** Waits for a program and all its output: did it end well, and how, in words. */
async function ended(child: ChildProcess): Promise<{ good: boolean; end: string }> {
  const begin = performance.now();
  const [code, signal] = await once(child, 'close').catch((error: Error) => [error.message, null]);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  return code === 0
    ? { good: true, end: `${seconds} s` }
    : { good: false, end: `failed: ${signal ?? code} after ${seconds} s` };
}

/** Ours, with the programs of node_modules. */
export function stageEnvironment(): NodeJS.ProcessEnv {
  const path = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  return { ...process.env, PATH: path };
}
