/** Copies of the project, in which other pages are tried. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/**
 * Copies what git knows of the project, changes included, into a folder below `.cache/`, anew. As it
 * stands inside the project, it finds the same node_modules above it.
 * @param name of the folder below `.cache/`
 * @returns the folder
 */
export function copyProject(name: string): string {
  const copy = join(ROOT, '.cache', name);
  rmSync(copy, { recursive: true, force: true });
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT });
  for (const file of list.toString().split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  return copy;
}
