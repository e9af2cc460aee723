/** Picks the lines of a section that answer a query, with the words that were looked for marked. */
import type { Piece } from './result.ts';
import { CODE_END, CODE_START, LINE_END } from './text.ts';
import { stemOf, termsOf, wordsOf } from './words.ts';

/** Words of an excerpt, and how many of them may stand before the first that was looked for. */
const LENGTH = 30;
const LEAD = 6;

const CODE_MARKS = new RegExp(`[${CODE_START}${CODE_END}]`, 'g');

/**
 * An excerpt of a section.
 * @param text the section's text with marks around its code
 * @param terms stems of the words that were looked for
 */
export function excerptOf(text: string, terms: ReadonlySet<string>): Piece[] {
  const words = withoutLineEnds(text).split(/\s+/).filter(Boolean);
  const from = startOf(words, terms);
  const to = Math.min(words.length, from + LENGTH);
  const isCutInCode = endsInCode(words.slice(0, from).join(' '));
  const cut = `${isCutInCode ? CODE_START : ''}${words.slice(from, to).join(' ')}`;
  const pieces = piecesOf(cut, terms);
  if (from > 0) pieces.unshift({ text: '… ', marked: false, code: false });
  if (to < words.length) pieces.push({ text: ' …', marked: false, code: false });
  return pieces;
}

/** Blocks of prose that end without a stop are kept apart by a dot, lines of code by space. */
function withoutLineEnds(text: string): string {
  const isCode = (run: string) => run.startsWith(CODE_START);
  const lines = text
    .split(/(?=[\uE000\uE001])/u)
    .map((run) => (isCode(run) ? run.replaceAll(LINE_END, ' ') : run))
    .join('');
  return lines
    .replace(/([.:;,!?…])\s*\uE002[\s\uE002]*/gu, '$1 ')
    .replace(/^[\s\uE002]+|[\s\uE002]+$/gu, '')
    .replace(/[\s\uE002]*\uE002[\s\uE002]*/gu, ' · ');
}

/** An excerpt as plain text. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Where the stretch of words begins that has most of the terms, each counted once, then often. */
function startOf(words: readonly string[], terms: ReadonlySet<string>): number {
  const found = words.map((word) => stemsOf(word).filter((stem) => terms.has(stem)));
  let best = { from: 0, score: 0 };
  found.forEach((stems, at) => {
    if (stems.length === 0) return;
    const stretch = found.slice(at, at + LENGTH - LEAD).flat();
    const score = new Set(stretch).size + stretch.length / (LENGTH * 4);
    if (score > best.score) best = { from: at, score };
  });
  const from = best.from < 2 * LEAD ? 0 : best.from - LEAD;
  return Math.max(0, Math.min(from, words.length - LENGTH));
}

function endsInCode(text: string): boolean {
  return text.lastIndexOf(CODE_START) > text.lastIndexOf(CODE_END);
}

function piecesOf(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let code = false;
  for (const run of text.split(/(?=[\uE000\uE001])/u)) {
    if (run.startsWith(CODE_START)) code = true;
    else if (run.startsWith(CODE_END)) code = false;
    pieces.push(...markedPieces(run.replace(CODE_MARKS, ''), terms, code));
  }
  return pieces;
}

/** A text in pieces, with the words marked whose stem, or a part's, is among the terms. */
export function markedPieces(text: string, terms: ReadonlySet<string>, code = false): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const add = (to: number, marked: boolean) => {
    if (to > end) pieces.push({ text: text.slice(end, to), marked, code });
    end = to;
  };
  for (const word of wordsOf(text)) {
    if (!termsOf(word).some((term) => terms.has(stemOf(term)))) continue;
    add(word.start, false);
    add(word.start + word.text.length, true);
  }
  add(text.length, false);
  return pieces;
}

function stemsOf(word: string): string[] {
  return wordsOf(word).flatMap(termsOf).map(stemOf);
}
