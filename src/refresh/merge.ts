/** Edits by hand and a new text of the same page, brought together. */
import { merge } from 'node-diff3';

/** Both in one text, or what a person must decide. */
export type Merged =
  | { readonly kind: 'clean'; readonly text: string }
  /** `text` has both versions between marks, as git writes them. */
  | { readonly kind: 'conflict'; readonly text: string };

/**
 * Merges by lines.
 * @param base what the last split wrote
 * @param edited the same with a person's edits
 * @param fresh what the new split writes
 */
export function mergeEdits(base: string, edited: string, fresh: string): Merged {
  if (base === fresh || edited === fresh) return { kind: 'clean', text: edited };
  const { conflict, result } = merge(edited.split('\n'), base.split('\n'), fresh.split('\n'), {
    excludeFalseConflicts: true,
    label: { a: 'edited by hand', o: 'as it was', b: 'new from upstream' },
  });
  return { kind: conflict ? 'conflict' : 'clean', text: result.join('\n') };
}
