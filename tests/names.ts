/**
 * The names that the packages lack, for the tests that look for unmarked ones. It shares no code with
 * what marks them (src/notes/mentions.ts).
 */
import { readNames } from '../src/content/read-code.ts';
import { readNotes } from '../src/content/read-notes.ts';
import { SHOWN_VERSION } from '../src/code/samples.ts';

/** A name, and the words of the note that tells of it. */
export interface Gone {
  readonly name: string;
  /** Plain words of the note's title; undefined where no note names it. */
  readonly told: string | undefined;
  /** Is it named in this text? */
  isIn(text: string): boolean;
  /** A name that is a plain word as well counts in code alone, on pages (MDX files) that import it. */
  readonly onlyInCodeOf: readonly string[] | undefined;
}

/** All of them. */
export function goneNames(): Gone[] {
  const notes = readNotes().flatMap((group) => group.notes);
  return readNames()
    .names.filter(({ versions }) => versions && !versions.includes(SHOWN_VERSION))
    .map(({ name, from, kind, places }) => {
      const note = notes.find(({ names = [] }) => names.includes(name) || names.includes(from));
      const isWord = kind === 'export' && /^[A-Z]?[a-z]+$/.test(name);
      return {
        name,
        told: note?.title.replaceAll('`', ''),
        isIn: (text) => isNamed(name, text),
        onlyInCodeOf: isWord ? places.map(({ page }) => page) : undefined,
      };
    });
}

/** Command lines are compared word by word, other names as whole words. */
function isNamed(name: string, text: string): boolean {
  const [first, ...more] = name.split(' ');
  if (first !== 'motia' || more.length === 0) {
    return text.split(/[^\w/@.-]+/).some((word) => word.replace(/[.]+$/, '') === name);
  }
  return text.split('\n').some((line) => {
    const words = line.split(/[\s"'`()]+/).map((word) => word.replace(/[.,:;]+$/, ''));
    return words.some((word, at) => {
      if (!/^motia(@[\w.-]+)?$/.test(word)) return false;
      const after = words.slice(at + 1);
      const wanted = more.filter((part) => !part.startsWith('-'));
      const option = more.find((part) => part.startsWith('-'));
      return (
        wanted.every((part, index) => after[index] === part) &&
        (option === undefined || after.includes(option))
      );
    });
  });
}
