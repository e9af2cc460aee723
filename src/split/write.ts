/**
 * Puts a split on disk: all or nothing, and never over a page that somebody edited. The only module
 * of the split that touches files; it takes the folder's path and gives back what it did.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../model/manifest.ts';
import { sha256 } from './sha256.ts';

const MANIFEST_FILE = 'manifest.json';

/** One difference between the folder and what the split would write. */
export interface Difference {
  file: string;
  /** `edited`: changed by hand since; `foreign`: not ours, but in the way; others say what is to do. */
  kind: 'missing' | 'outdated' | 'edited' | 'foreign' | 'obsolete';
  message: string;
}

/** The pages and the manifest as files: path below the folder → text. */
export function filesOf(
  files: ReadonlyMap<string, string>,
  manifest: Manifest,
): Map<string, string> {
  return new Map([...files, [MANIFEST_FILE, `${JSON.stringify(manifest, null, 2)}\n`]]);
}

/** Compares the folder with the files that a split wants there, in the order of their names. */
export function compareFolder(folder: string, wanted: ReadonlyMap<string, string>): Difference[] {
  const written = writtenBefore(folder);
  const differences = [...wanted].flatMap(([file, text]): Difference[] => {
    const found = readIfThere(join(folder, file));
    if (found === text) return [];
    if (found === undefined) return [{ file, kind: 'missing', message: 'is missing' }];
    if (file === MANIFEST_FILE) return [{ file, kind: 'outdated', message: 'is out of date' }];
    return [judge(file, found, written.get(file))];
  });
  const obsolete = [...written].flatMap(([file, sha]): Difference[] => {
    const found = wanted.has(file) ? undefined : readIfThere(join(folder, file));
    if (found === undefined) return [];
    if (sha256(found) === sha)
      return [{ file, kind: 'obsolete', message: 'is gone from the scrape' }];
    return [{ file, kind: 'edited', message: 'is gone from the scrape but was edited by hand' }];
  });
  return [...differences, ...obsolete].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function judge(file: string, found: string, sha: string | undefined): Difference {
  if (sha === undefined) {
    return { file, kind: 'foreign', message: 'was not written by the split and stands in its way' };
  }
  return sha256(found) === sha
    ? { file, kind: 'outdated', message: 'is out of date' }
    : { file, kind: 'edited', message: 'was edited by hand since the last split' };
}

/** What the last split wrote, by its manifest; empty where there is none. */
function writtenBefore(folder: string): Map<string, string> {
  const path = join(folder, MANIFEST_FILE);
  const text = readIfThere(path);
  if (text === undefined) return new Map();
  try {
    const { pages } = JSON.parse(text) as Manifest;
    return new Map(pages.map(({ file, sha256 }) => [insideFolder(file), sha256]));
  } catch (error) {
    const reason = (error as Error).message;
    throw new Error(`${path}: ${reason}; restore it with git, or remove it and use --force`, {
      cause: error,
    });
  }
}

/** What is gone from the scrape is deleted, so a manifest names nothing but the folder's own files. */
function insideFolder(file: string): string {
  if (file.split('/').every((part) => part !== '' && part !== '..')) return file;
  throw new Error(`it names ${JSON.stringify(file)}`);
}

/**
 * Applies differences, one rename a file. If one fails, those before it are undone and the error is
 * thrown: the folder is as it was.
 */
export function applyDifferences(
  folder: string,
  wanted: ReadonlyMap<string, string>,
  differences: readonly Difference[],
): void {
  mkdirSync(folder, { recursive: true });
  const stage = mkdtempSync(join(folder, '.split-'));
  const undo: (() => void)[] = [];
  try {
    for (const [i, { file }] of differences.entries()) {
      const text = wanted.get(file);
      if (text !== undefined) writeFileSync(join(stage, `new-${i}`), text);
    }
    for (const [i, { file }] of differences.entries()) {
      undo.push(replaceFile(join(folder, file), join(stage, `new-${i}`), join(stage, `old-${i}`)));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  const removed = differences.filter(({ file }) => !wanted.has(file));
  for (const { file } of removed) removeEmptyFolders(folder, dirname(file));
}

/** Moves the old file away and the new one (if any) in; returns how to take that back. */
function replaceFile(target: string, fresh: string, kept: string): () => void {
  const had = existsSync(target);
  if (had) renameSync(target, kept);
  try {
    if (existsSync(fresh)) {
      mkdirSync(dirname(target), { recursive: true });
      renameSync(fresh, target);
    }
  } catch (error) {
    if (had) renameSync(kept, target);
    throw error;
  }
  return () => {
    rmSync(target, { force: true });
    if (had) renameSync(kept, target);
  };
}

function removeEmptyFolders(root: string, folder: string): void {
  for (let current = folder; current !== '.'; current = dirname(current)) {
    try {
      rmdirSync(join(root, current));
    } catch (error) {
      if (isNodeError(error) && ['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(error.code ?? ''))
        return;
      throw error;
    }
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isNodeError(error)) throw error;
    switch (error.code) {
      case 'ENOENT':
        return undefined;
      case 'EISDIR':
        throw new Error(`${path}: is a folder, expected a file; move it away`, { cause: error });
      case 'ENOTDIR':
        throw new Error(`${path}: a part of it is a file, expected folders; move that away`, {
          cause: error,
        });
      default:
        throw error;
    }
  }
}

const isNodeError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error;
