/**
 * The samples of a page as files that a compiler can read: each in a folder of its own below the
 * page's, at the path that its title names, so that they import each other and never collide.
 * The files exist only in memory.
 */
import { posix } from 'node:path';
import type { Block } from './blocks.ts';

/** Files that are compiled with one copy of Motia's types. */
export interface SandboxFolder {
  /** `/samples/7`; nothing on disk is there. */
  readonly path: string;
  readonly files: readonly SandboxFile[];
  /** False when each file is taken alone. */
  readonly together: boolean;
  /** The types that a Motia project generates of its own steps and streams, as a module. */
  readonly generated?: string | undefined;
}

/** One sample as a file. */
export interface SandboxFile {
  readonly block: Block;
  /** `/samples/7/4/src/hello.step.ts` */
  readonly path: string;
  /** Below the folder of the sample: `src/hello.step.ts`. */
  readonly name: string;
  readonly text: string;
}

const ENDINGS = new Map(
  Object.entries({
    ts: '.ts',
    typescript: '.ts',
    tsx: '.tsx',
    js: '.js',
    javascript: '.js',
    mjs: '.js',
    jsx: '.jsx',
  }),
);
const SCRIPT_PATH = /^[^\s"'`<>|*?:\\]+?\.(?:[cm]?[jt]s|[jt]sx)$/;

/** Does the compiler read this language? */
export function isScript(language: string): boolean {
  return ENDINGS.has(language);
}

/** Is it TypeScript? */
export function isTyped(language: string): boolean {
  return ENDINGS.get(language)?.startsWith('.ts') ?? false;
}

/**
 * The path of a sample below its own folder: its title where that is the path of a script, else
 * `sample.ts`. A path that leads outside (`../../etc/x.ts`, `/etc/x.ts`) is taken as if the sample's
 * folder were the root. The ending is the one of the fence's language.
 */
export function fileName({ language, title }: Pick<Block, 'language' | 'title'>): string {
  const ending = ENDINGS.get(language) ?? '.ts';
  const path = title?.trim() ?? '';
  if (!SCRIPT_PATH.test(path)) return `sample${ending}`;
  return stem(posix.join('/', path).slice(1)) + ending;
}

/** A sample as a file of a folder that is its own. */
export function fileOf(block: Block, folder: string, text: string): SandboxFile {
  const name = fileName(block);
  return { block, name, path: `${folder}/${name}`, text };
}

/** Does a title lead outside the folder that it is laid in? */
export function leadsOutside(title: string | null): boolean {
  const path = title?.trim().replaceAll('\\', '/') ?? '';
  return (
    path.startsWith('/') || /^[A-Za-z]:/.test(path) || /^\.\.(\/|$)/.test(posix.normalize(path))
  );
}

/**
 * The neighbour that a relative import means, or undefined. Of several with one path the one in the
 * same tabs wins; one in an alternative tab or of another language is no neighbour.
 */
export function neighbourOf(
  from: SandboxFile,
  specifier: string,
  { files, together }: SandboxFolder,
): SandboxFile | undefined {
  if (!together) return undefined;
  const wanted = stem(posix.join('/', posix.dirname(from.name), specifier)).slice(1);
  return files
    .filter(
      (file) =>
        file !== from &&
        stem(file.name) === wanted &&
        isTyped(file.block.language) === isTyped(from.block.language) &&
        standTogether(file.block.alternative, from.block.alternative),
    )
    .toSorted((a, b) => b.block.alternative.length - a.block.alternative.length)[0];
}

function stem(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}

function standTogether(a: readonly string[], b: readonly string[]): boolean {
  const shorter = Math.min(a.length, b.length);
  return a.slice(0, shorter).every((label, index) => label === b[index]);
}
