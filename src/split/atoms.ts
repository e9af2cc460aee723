/** What a reader can see on a page, piece by piece and in order: the currency of the proof. */

export type AtomKind =
  'word' | 'heading' | 'code' | 'row' | 'link' | 'picture' | 'video' | 'start' | 'end';

/** One visible piece. `line` counts in the text it was read from, from 1. */
export interface Atom {
  kind: AtomKind;
  value: string;
  line: number;
}

/** A text with one space for any white space in it, and none at its ends. */
export const squeeze = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** The words of a text as atoms. */
export const wordAtoms = (value: string, line: number): Atom[] =>
  value.split(/\s+/).flatMap((word) => (word === '' ? [] : [{ kind: 'word', value: word, line }]));

/** A piece of a line: its text, or what stands between two characters of it. */
export type Piece = string | Atom;

/** The text of a line's pieces. */
export const textOf = (pieces: readonly Piece[]): string =>
  squeeze(pieces.filter((piece) => typeof piece === 'string').join(''));

/** The links and pictures among a line's pieces. */
export const marksOf = (pieces: readonly Piece[]): Atom[] =>
  pieces.filter((piece) => typeof piece !== 'string');

/** A line as words, with each link and picture behind the word that it ends in. */
export function lineAtoms(pieces: readonly Piece[], line: number): Atom[] {
  let text = '';
  const marks: { at: number; atom: Atom }[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else marks.push({ at: text.length, atom: piece });
  }
  const words = [...text.matchAll(/\S+/g)].map(({ 0: value, index }) => ({
    at: index + 1,
    atom: { kind: 'word' as const, value, line },
  }));
  // A sort keeps the order of what stands at one place.
  return [...words, ...marks].sort((a, b) => a.at - b.at).map(({ atom }) => atom);
}

/** What stands in a tab, a note, an item of a list, with its two ends. */
export const within = (what: string, line: number, content: readonly Atom[]): Atom[] => [
  { kind: 'start', value: what, line },
  ...content,
  { kind: 'end', value: what, line },
];

/** A code block as a value: language, the rest of its info string, text. */
export const codeValue = (node: {
  lang?: string | null | undefined;
  meta?: string | null | undefined;
  value: string;
}): string => `${node.lang ?? ''}\n${node.meta ?? ''}\n${node.value}`;

/** Where two readings part; undefined when they are the same. */
export function firstMismatch(
  source: readonly Atom[],
  result: readonly Atom[],
): { expected: Atom | undefined; found: Atom | undefined } | undefined {
  const length = Math.max(source.length, result.length);
  for (let i = 0; i < length; i++) {
    const [expected, found] = [source[i], result[i]];
    if (expected?.kind !== found?.kind || expected?.value !== found?.value)
      return { expected, found };
  }
  return undefined;
}

/**
 * Does a link say nothing but its own full address? Then its words are its target. GFM makes such
 * links of any address in text, so that a page may have more of them than its source.
 */
export const namesItself = (url: string, text: string): boolean =>
  [text, `mailto:${text}`, `http://${text}`].includes(url) && /^(https?|mailto):/.test(url);
