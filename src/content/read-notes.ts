/** Reads `content/_source/notes.yaml`: the editor's notes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNotes, type NoteGroup } from '../notes/table.ts';

/**
 * The notes of a content folder, in their groups.
 * @throws Error that names each field that is not as it should be
 */
export function readNotes(folder = 'content'): NoteGroup[] {
  return parseNotes(readFileSync(join(folder, '_source/notes.yaml'), 'utf8'));
}
