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

/** Something that a run does: a stage, or a part of the test suite. */
export interface Task {
  readonly name: string;
  readonly needs?: readonly string[];
  /** Processors that it keeps busy; 1 where nothing is said. */
  readonly cores?: number;
  /** Does it, telling what it does line by line; true when all is well. */
  run(say: (line: string) => void): Promise<boolean>;
}

/** How tasks ended: `left` were not begun, as what they need did not end well. */
export interface Outcome {
  readonly failed: readonly string[];
  readonly left: readonly string[];
}

/** A stage as a task, with the lines of its program. */
export function taskOf(stage: Stage): Task {
  const run = async (say: (line: string) => void): Promise<boolean> => {
    const child = start(stage);
    for (const output of [child.stdout, child.stderr]) {
      if (output) createInterface(output).on('line', say);
    }
    const { good, end } = await ended(child);
    say(end);
    return good;
  };
  return { name: stage.name, run, ...(stage.needs && { needs: stage.needs }) };
}

/**
 * Runs stages beside each other, each as soon as those that it needs have ended well and a processor
 * is free. After a failure none is begun.
 * @throws Error naming the stages that failed, or one whose needs are no stages
 */
export async function runStages(stages: readonly Stage[]): Promise<void> {
  const { failed, left } = await runTasks(stages.map(taskOf));
  if (failed.length > 0) {
    throw new Error(`the build stopped at "${failed.join('", "')}": what is wrong stands above`);
  }
  for (const { name, needs } of stages.filter(({ name }) => left.includes(name))) {
    throw new Error(
      `"${name}" needs ${needs?.join(', ')}, and not all of these are among the stages`,
    );
  }
}

/**
 * Runs tasks beside each other, in their order where nothing else decides. Every line of theirs comes
 * with the task's name.
 * @param keepGoing after a failure, whether tasks that do not need what failed are still begun
 */
export async function runTasks(tasks: readonly Task[], keepGoing = false): Promise<Outcome> {
  const waiting = new Set(tasks);
  const running = new Map<Task, Promise<void>>();
  const passed = new Set<string>();
  const failed: string[] = [];
  const width = Math.max(...tasks.map(({ name }) => name.length));
  const cores = availableParallelism();

  const run = async (task: Task) => {
    const say = (line: string) => console.log(`${task.name.padEnd(width)} │ ${line}`);
    if (await task.run(say)) passed.add(task.name);
    else failed.push(task.name);
    running.delete(task);
  };

  for (;;) {
    const mayBegin = failed.length === 0 || keepGoing;
    const ready = [...waiting].filter(({ needs = [] }) => needs.every((name) => passed.has(name)));
    for (const task of mayBegin ? ready : []) {
      const busy = [...running.keys()].reduce((sum, { cores = 1 }) => sum + cores, 0);
      if (busy > 0 && busy + (task.cores ?? 1) > cores) break;
      waiting.delete(task);
      running.set(task, run(task));
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  return { failed, left: [...waiting].map(({ name }) => name) };
}

function start({ command: [program, ...args] }: Stage): ChildProcess {
  return spawn(program === 'node' ? process.execPath : program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
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
