/** Picks what answers a query in a section: a sentence, a row of a table, a line of code with its comment. */
import type { Piece } from './result.ts';
import { sum } from './sum.ts';
import { CODE_END, CODE_START, LINE_END } from './text.ts';
import { stemOf, termsOf, wordsOf } from './words.ts';

/** Words of an excerpt, and how many may stand before what answers and still be shown. */
const LENGTH = 30;
const LEAD = 8;
/** What a line of code counts against a sentence with the same words. */
const CODE = 0.7;

const CODE_MARKS = new RegExp(`[${CODE_START}${CODE_END}]`, 'g');
const COMMENT = new RegExp(`^${CODE_START}\\s*(//|#|/?\\*)`);
/** After a sentence: before a capital letter, a digit or code. */
const STOP = /(?<=[.!?…][)"”’]?)\s+(?=["“(]?[\p{Lu}\p{N}\uE000])/u;

/**
 * An excerpt of a section: the unit of its text that has most of the words that were looked for, and
 * what follows it.
 * @param text the section's text with marks around its code
 * @param worth by stem of a word that was looked for: how much it tells
 */
export function excerptOf(text: string, worth: ReadonlyMap<string, number>): Piece[] {
  const units = unitsOf(text);
  const best = bestOf(units, worth);
  const before = units.slice(0, best).join(' ').split(/\s+/).length;
  const from = before > LEAD ? best : 0;
  const words = joined(units.slice(from)).split(/\s+/).filter(Boolean);
  const start = from === best ? startIn(units[best] ?? '', worth) : 0;
  const to = Math.min(words.length, start + LENGTH);
  const isCutInCode = endsInCode(words.slice(0, start).join(' '));
  const cut = `${isCutInCode ? CODE_START : ''}${words.slice(start, to).join(' ')}`;
  const pieces = piecesOf(cut, new Set(worth.keys()));
  if (from + start > 0) pieces.unshift({ text: '… ', marked: false, code: false });
  if (to < words.length) pieces.push({ text: ' …', marked: false, code: false });
  return pieces;
}

/** An excerpt as plain text. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Sentences, rows, lines of code; a comment of its own line belongs to the line that follows. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  let inCode = false;
  for (const line of text.split(LINE_END)) {
    const starts = inCode ? CODE_START : '';
    inCode = endsInCode(starts + line);
    const whole = starts + line.trim() + (inCode ? CODE_END : '');
    if (!/[^\s\uE000\uE001]/.test(whole)) continue;
    const above = units.at(-1) ?? '';
    if (!isCode(whole)) units.push(...whole.split(STOP));
    else if (COMMENT.test(above)) units[units.length - 1] = `${above} ${whole}`;
    else units.push(whole);
  }
  return units;
}

function isCode(unit: string): boolean {
  return unit.startsWith(CODE_START) && unit.indexOf(CODE_END) === unit.length - 1;
}

/** Number of the unit that answers best, the first of equal ones. */
function bestOf(units: readonly string[], worth: ReadonlyMap<string, number>): number {
  const scores = units.map((unit) => {
    const stems = [...new Set(stemsOf(unit))];
    return sum(stems.map((stem) => worth.get(stem) ?? 0)) * (isCode(unit) ? CODE : 1);
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** Where in a unit that is longer than an excerpt the words begin that were looked for. */
function startIn(unit: string, worth: ReadonlyMap<string, number>): number {
  const words = unit.split(/\s+/);
  if (words.length <= LENGTH) return 0;
  const counts = words.map((word) => sum(stemsOf(word).map((stem) => worth.get(stem) ?? 0)));
  const sums = counts.map((_, at) => sum(counts.slice(at, at + LENGTH - LEAD)));
  const densest = sums.indexOf(Math.max(...sums));
  const first = counts.findIndex((count, at) => at >= densest && count > 0);
  return first > LEAD ? Math.min(first, words.length - LENGTH + LEAD) - LEAD : 0;
}

/** Units that end without a stop are kept apart by a dot, lines of code by space. */
function joined(units: readonly string[]): string {
  return units.reduce((text, unit) => {
    const isRunning = /[.:;,!?…][)"”’\uE001]?$/.test(text) || (endsWithCode(text) && isCode(unit));
    return `${text}${text === '' ? '' : isRunning ? ' ' : ' · '}${unit}`;
  }, '');
}

function endsWithCode(text: string): boolean {
  return text.endsWith(CODE_END);
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

function stemsOf(text: string): string[] {
  return wordsOf(text).flatMap(termsOf).map(stemOf);
}
