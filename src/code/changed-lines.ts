/** The lines that a mend takes and gives, for a diff. */
import { diffArrays } from 'diff';

/** One line of a diff. */
export interface ChangedLine {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
}

/** A text that differs in more lines than this is told as one piece that replaces another. */
const MOST_CHANGES = 2000;

/** The shortest diff of two texts by whole lines; deleted lines stand before the inserted ones. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const pieces = diffArrays(old, now, { maxEditLength: MOST_CHANGES }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ];
  return pieces.flatMap(({ removed, added, value }) => {
    const kind = removed ? 'deleted' : added ? 'inserted' : 'same';
    return value.map((text) => ({ kind, text }) as const);
  });
}
