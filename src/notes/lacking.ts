/** Which note tells of a name that the packages lack. */
import { lackingIn, type LedgerName, type NameLedger } from '../code/names.ts';
import type { Note, NoteGroup } from './table.ts';

/** A name that the docs use and the version lacks. */
export interface LackingName extends LedgerName {
  /** The one that names it, or the entry point that it comes from. */
  readonly note: Note | undefined;
}

/** The names of the ledger that a version lacks, each with its note. */
export function lackingNames(
  ledger: NameLedger,
  version: string,
  groups: readonly NoteGroup[],
): LackingName[] {
  const notes = groups.flatMap((group) => group.notes);
  return lackingIn(ledger, version).map((name) => ({
    ...name,
    note: notes.find(({ names }) => names?.some((one) => one === name.name || one === name.from)),
  }));
}
