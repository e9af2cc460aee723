/**
 * Puts a new content folder in the place of the old one in a single step: a run that is killed leaves
 * the old folder or the new one, whole. The only module of the refresh that writes below `content/`.
 */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Where new folders are made and old ones go, beside the content folder, on the same file system. */
const stageOf = (content: string): string => join(dirname(resolve(content)), '.cache/refresh');

/** The old folder, where it could not be exchanged with the new one. */
const OLD = 'old';

/** Every file of a folder with its size and time of change: what tells that somebody worked on it. */
export function fingerprintOf(content: string): string {
  return filesOf(content)
    .map((file) => {
      const { size, mtimeMs } = statSync(join(content, file));
      return `${file} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

/**
 * Applies changes, all or nothing.
 * @param writes file below the folder → what it holds, or null for one that goes
 * @param fingerprint of the folder when the changes were worked out
 * @throws Error when somebody changed the folder since; it is then as they left it
 */
export async function swapContent(
  content: string,
  writes: ReadonlyMap<string, string | Uint8Array | null>,
  fingerprint: string,
): Promise<void> {
  const stage = stageOf(content);
  const own = join(stage, String(process.pid));
  const fresh = join(own, 'content');
  clearStage(stage);
  for (const file of filesOf(content).filter((file) => !writes.has(file))) {
    place(join(fresh, file), (path) => linkOrCopy(join(content, file), path));
  }
  for (const [file, text] of writes) {
    if (text !== null) place(join(fresh, file), (path) => writeFileSync(path, text));
  }
  if (fingerprintOf(content) !== fingerprint) {
    rmSync(own, { recursive: true, force: true });
    throw new Error(`${content} was changed while the refresh ran: run it again`);
  }
  if (!(await exchange(fresh, content))) replaceInTwoSteps(content, fresh, join(stage, OLD));
  rmSync(own, { recursive: true, force: true });
  rmSync(join(stage, OLD), { recursive: true, force: true });
}

/** Where folders can't be exchanged there is none for a moment: `finishSwap` knows what to do. */
function replaceInTwoSteps(content: string, fresh: string, old: string): void {
  renameSync(content, old);
  try {
    renameSync(fresh, content);
  } catch (error) {
    renameSync(old, content);
    throw error;
  }
}

/** Removes what runs left that were killed; that of a run beside this one stays. */
function clearStage(stage: string): void {
  for (const name of existsSync(stage) ? readdirSync(stage) : []) {
    if (!isRunning(Number(name))) rmSync(join(stage, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Where two folders can't be exchanged in one step, a run that is killed may leave none: this brings the
 * old one back. Every command line calls it before anything else.
 */
export function finishSwap(content: string): void {
  const old = join(stageOf(content), OLD);
  if (!existsSync(content) && existsSync(old)) renameSync(old, content);
}

function place(path: string, put: (path: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  put(path);
}

/** Pictures may be many and large; a file system without links has them copied. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .toSorted();
}

/** Of Linux and of macOS: the working directory, and the wish to exchange. */
const [AT_WORKING_DIRECTORY, EXCHANGE] = [-100, 2];

/** Exchanges two folders in one step; false where the system can't. */
async function exchange(a: string, b: string): Promise<boolean> {
  try {
    const { default: koffi } = await import('koffi');
    if (process.platform === 'darwin') {
      const system = koffi.load('libSystem.dylib');
      const call = system.func('int renamex_np(const char*, const char*, uint)');
      return call(a, b, EXCHANGE) === 0;
    }
    const call = koffi.load(null).func('int renameat2(int, const char*, int, const char*, uint)');
    return call(AT_WORKING_DIRECTORY, a, AT_WORKING_DIRECTORY, b, EXCHANGE) === 0;
  } catch {
    return false;
  }
}
