/** The check of many pages, with a cache: a page whose blocks are unchanged is not checked again. */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Block } from './blocks.ts';
import { checkPages, type Bench, type Finding } from './check.ts';

/** What of a finding is kept: the block itself is at hand. */
type Kept = Omit<Finding, 'block'>[];

/**
 * Judges the blocks of pages, each page by itself.
 * @param pages each with all its blocks in order
 * @param cache a folder, or undefined for none
 */
export function judgePages(
  pages: readonly (readonly Block[])[],
  bench: Bench,
  cache: string | undefined,
): Finding[][] {
  const checker = checkerHash(bench);
  const keyed = pages.map((blocks) => ({ blocks, key: keyOf(blocks, checker) }));
  const known = new Map(
    keyed.flatMap(({ key }) => {
      const kept = cache === undefined ? undefined : readKept(join(cache, `${key}.json`));
      return kept ? [[key, kept] as const] : [];
    }),
  );
  const fresh = keyed.filter(({ key }) => !known.has(key));
  const found = checkPages(
    fresh.map(({ blocks }) => blocks),
    bench,
  );
  for (const [index, { key }] of fresh.entries()) {
    const kept = (found[index] ?? []).map(withoutBlock);
    known.set(key, kept);
    if (cache !== undefined) {
      mkdirSync(cache, { recursive: true });
      writeFileSync(join(cache, `${key}.json`), JSON.stringify(kept));
    }
  }
  return keyed.map(({ blocks, key }) =>
    (known.get(key) ?? []).flatMap((kept, index) => {
      const block = blocks[index];
      return block ? [{ block, ...kept }] : [];
    }),
  );
}

function withoutBlock({ form, motia, verdicts }: Finding): Kept[number] {
  return { form, motia, verdicts };
}

function readKept(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    // Not there yet, or cut off while it was written: the page is checked again.
    return undefined;
  }
}

function keyOf(blocks: readonly Block[], checker: string): string {
  const said = blocks.map(({ page, ordinal, language, title, sha256, alternative }) => [
    page,
    ordinal,
    language,
    title,
    sha256,
    alternative,
  ]);
  return hash(JSON.stringify([checker, said]));
}

/** Changes with anything that a verdict depends on beside the blocks: our code, the compiler, Motia. */
function checkerHash({ versions, help }: Bench): string {
  const own = globSync('*.ts', { cwd: import.meta.dirname }).toSorted();
  return hash(
    JSON.stringify([
      ts.version,
      versions.map(({ version }) => version),
      help,
      own.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')),
    ]),
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
