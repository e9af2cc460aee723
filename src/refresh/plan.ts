/** What a refresh writes: every page old and new, with the edits of people kept. Pure. */
import { createTwoFilesPatch } from 'diff';
import type { Comparison } from './compare.ts';
import { mergeEdits } from './merge.ts';
import type { Snapshot, SnapshotPage } from './snapshot.ts';
import { sha256 } from '../split/sha256.ts';

/** A page of which a person must decide. */
export interface Conflict {
  /** The page, which stays as it is. */
  readonly file: string;
  readonly reason: string;
  /** What upstream has now, beside the page; null where upstream has nothing any more. */
  readonly beside: string | null;
  /** From the page to what stands beside it. */
  readonly diff: string;
}

/** Changes of the content folder. */
export interface PagePlan {
  /** File below the content folder → its text, or null for one that goes. */
  readonly writes: ReadonlyMap<string, string | null>;
  readonly conflicts: readonly Conflict[];
  /** Pages whose edits by hand went into the new text. */
  readonly merged: readonly string[];
}

/** What the file beside a page is called, which has upstream's new text. */
export const besideOf = (file: string): string => `${file}.conflict`;

/**
 * Plans the pages.
 * @param disk every page of the content folder as it is, hand-written ones too
 */
export function planPages(
  before: Snapshot,
  after: Snapshot,
  comparison: Comparison,
  disk: ReadonlyMap<string, string>,
): PagePlan {
  const writes = new Map<string, string | null>();
  const conflicts: Conflict[] = [];
  const merged: string[] = [];
  const origins = new Map(
    [...comparison.same, ...comparison.changed, ...comparison.moved].map((pair) => [
      pair.after.source,
      pair.before,
    ]),
  );
  const owners = new Map(before.pages.map((page) => [page.file, page]));
  const isEdited = (page: SnapshotPage): boolean => {
    const text = disk.get(page.file);
    return text !== undefined && sha256(text) !== page.sha256;
  };
  const keep = (file: string, text: string, fresh: string | null, reason: string): void => {
    const beside = fresh === null ? null : besideOf(file);
    const diff =
      fresh === null || beside === null
        ? ''
        : createTwoFilesPatch(`content/${file}`, `content/${beside}`, text, fresh);
    writes.set(file, text);
    if (beside !== null) writes.set(beside, fresh);
    conflicts.push({ file, reason, beside, diff });
  };
  for (const page of before.pages) {
    const isGone = !after.pages.some(({ file }) => file === page.file);
    if (isGone) writes.set(page.file, null);
  }
  for (const { source, file, mdx } of after.pages) {
    const origin = origins.get(source);
    const owner = owners.get(file);
    const there = disk.get(file);
    if (there !== undefined && (!owner || (owner !== origin && isEdited(owner)))) {
      const whose = owner ? 'an edited page that is gone upstream' : 'a page written by hand';
      keep(file, there, mdx, `${whose} stands where ${source} belongs`);
      continue;
    }
    const edited = origin && isEdited(origin) ? disk.get(origin.file) : undefined;
    if (!origin || edited === undefined) {
      writes.set(file, mdx);
      continue;
    }
    const { kind, text } = mergeEdits(origin.mdx, edited, mdx);
    if (kind === 'conflict') keep(file, edited, text, 'upstream changed what was edited by hand');
    else {
      writes.set(file, text);
      merged.push(file);
    }
  }
  const kept = new Set(origins.values());
  for (const page of before.pages.filter((page) => !kept.has(page) && isEdited(page))) {
    const text = disk.get(page.file);
    if (text === undefined || conflicts.some(({ file }) => file === page.file)) continue;
    keep(
      page.file,
      text,
      null,
      'gone upstream, but edited by hand: it stays as a page of your own',
    );
  }
  return { writes, conflicts, merged };
}
