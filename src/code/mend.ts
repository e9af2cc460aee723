/** Applies the reviewed fixes to one block. Pure; a block that no fix concerns comes back as it is. */
import { createHash } from 'node:crypto';
import { languageOfFence } from '../model/languages.ts';
import type { Fix, Fixes } from './fixes.ts';
import { changedLines, type ChangedLine } from './changed-lines.ts';

/** A block as a page has it. */
export interface UpstreamBlock {
  /** MDX file relative to the content folder. */
  readonly page: string;
  /** Among the page's fenced blocks, from 1. */
  readonly ordinal: number;
  /** The first word of its info string. */
  readonly language: string;
  readonly code: string;
}

/** A block with its fixes applied. */
export interface MendedBlock {
  /** Upstream's code where no fix applies. */
  readonly code: string;
  /** The fixes that changed something, in the order of the table. */
  readonly changes: readonly { readonly id: string; readonly why: string }[];
  /** Every line of a diff from upstream's code to the mended one; empty where nothing changed. */
  readonly lines: readonly ChangedLine[];
}

/** Mends a block. A fix for one block applies only to the very text that was reviewed. */
export function mendBlock(block: UpstreamBlock, fixes: Fixes): MendedBlock {
  let code = block.code;
  const changes: { id: string; why: string }[] = [];
  const apply = ({ id, why }: Fix, mended: string): void => {
    if (mended === code) return;
    code = mended;
    changes.push({ id, why });
  };
  for (const fix of fixes.blocks) {
    if (isOf(fix, block)) apply(fix, edited(code, fix.edits));
  }
  const language = languageOfFence(block.language)?.id;
  for (const fix of fixes.patterns) {
    if (language !== undefined && fix.languages.includes(language)) {
      apply(fix, code.replace(new RegExp(fix.find, 'gm'), fix.replace));
    }
  }
  return { code, changes, lines: code === block.code ? [] : changedLines(block.code, code) };
}

/** Is the fix (or the note that there is none) of this very block? */
export function isOf(
  { page, ordinal, sha256 }: { page: string; ordinal: number; sha256: string },
  block: UpstreamBlock,
): boolean {
  return (
    page === block.page &&
    ordinal === block.ordinal &&
    createHash('sha256').update(block.code).digest('hex').startsWith(sha256)
  );
}

/** The text after all edits; as it was when one of them doesn't stand in it exactly once. */
function edited(code: string, edits: readonly { find: string; replace: string }[]): string {
  let text = code;
  for (const { find, replace } of edits) {
    if (text.split(find).length !== 2) return code;
    text = text.replace(find, () => replace);
  }
  return text;
}
