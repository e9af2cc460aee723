/**
 * Blocks whose tags share a line with their content: `<Callout>Text`, `<Tab>` before a fence,
 * `<details><summary>S</summary>`. MDX wants such tags on lines of their own, but a reader sees what
 * is meant. This puts them there, and closes what is never closed behind the text on its line.
 */
import { withoutCodeSpans } from './code-spans.ts';
import { elementNames, VOID_NAMES } from './element-names.ts';
import { closesFence, FenceReader, prefixOf, TAGS_BEFORE, TAGS_BEHIND } from './fences.ts';
import type { Finding } from './findings.ts';
import { INLINE } from './transforms/unravel.ts';

/** What was done for a text. */
type Repair = Pick<Finding, 'rule' | 'severity' | 'line' | 'message'>;

/** A text whose tags stand on lines of their own. */
export interface LooseText {
  body: string;
  /** For each line of `body`, the line of the text as it was given (from 1). */
  lines: number[];
  repairs: Repair[];
}

/** A line to be; `opens` is the name of an element whose opening tag had content on its line. */
interface Piece {
  text: string;
  line: number;
  isCode: boolean;
  opens?: string;
  repair?: Repair;
}

const TAG =
  /<(\/?)([A-Za-z][\w.]*)(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*\s*(\/?)>/g;
const FIRST_TAG = new RegExp(`^${TAG.source}`);
const CLOSING_TAG = /<\/([A-Za-z][\w.]*)\s*>\s*$/;
/** What may hold one paragraph or one block of code: its end is known without a tag. */
const HOLDS_TEXT = new Set(['Callout', 'Card', 'Step', 'Tab']);

const isBlank = (text: string): boolean => text.trim() === '';
const isTags = (text: string): boolean => !isBlank(text) && isBlank(text.replace(TAG, ''));
/** What a line below it in the same container begins with: `  - ` → four blanks, `> ` stays. */
const leadOf = (text: string): string => prefixOf(text).replace(/[^\s>]/g, ' ');

/** Puts fences that follow tags on their line on lines of their own; undefined where there are none. */
export function loosenFences(body: string): LooseText | undefined {
  const pieces = cutFences(body, false);
  return pieces.some(({ repair }) => repair) ? looseText(pieces) : undefined;
}

/** Puts the tags of all block elements on lines of their own. */
export function loosenTags(body: string): LooseText {
  const names = elementNames(body);
  const isBlock = (name: string): boolean =>
    names.has(name) && !INLINE.has(name) && !VOID_NAMES.has(name);
  const apart = cutFences(body, true).flatMap((piece) => cutTags(piece, isBlock));
  return looseText(closeBlocks(apart, isBlock));
}

const looseText = (pieces: readonly Piece[]): LooseText => ({
  body: pieces.map(({ text }) => text).join('\n'),
  lines: pieces.map(({ line }) => line),
  repairs: pieces.flatMap(({ repair }) => repair ?? []),
});

/** A tag on a line of its own. */
function moved(tag: string, piece: Piece, text: string): Piece {
  const name = /\w[\w.]*/.exec(tag)?.[0] ?? '';
  const [shown, opens] = tag.startsWith('</') ? [`</${name}>`, undefined] : [`<${name}>`, name];
  const message = `${shown} shares its line with other content; read as on a line of its own`;
  const { line } = piece;
  return {
    text,
    line,
    isCode: false,
    ...(opens === undefined ? {} : { opens }),
    repair: { rule: 'glued-tag', severity: 'info', line, message },
  };
}

/** Lines, where tags and a fence share one cut in two. */
function cutFences(body: string, isLenient: boolean): Piece[] {
  const fences = new FenceReader(isLenient);
  return body.split('\n').flatMap((text, i): Piece[] => {
    const marker = fences.open;
    fences.read(text, i);
    const isCode = marker !== undefined || fences.open !== undefined;
    const piece = { text, line: i + 1, isCode };
    const lead = leadOf(text);
    const tags = marker === undefined ? TAGS_BEFORE.exec(text)?.[0] : undefined;
    if (tags !== undefined && isCode) {
      const code = { ...piece, text: lead + text.slice(tags.length) };
      return [moved(tags.slice(tags.lastIndexOf('<')), piece, tags.trimEnd()), code];
    }
    const [, fence = '', closing = ''] = TAGS_BEHIND.exec(text) ?? [];
    if (marker === undefined || fences.open !== undefined || !closesFence(fence, marker))
      return [piece];
    return [{ ...piece, text: fence }, moved(closing, piece, lead + closing.trimEnd())];
  });
}

/** A line of text, cut behind the tags that open blocks at its start and before those at its end. */
function cutTags(piece: Piece, isBlock: (name: string) => boolean): Piece[] {
  const { text, isCode } = piece;
  // Headings and rows of tables would be other than they are.
  if (isCode || isBlank(text) || isTags(text) || /^\s*[|#]/.test(text)) return [piece];
  const lead = leadOf(text);
  const blank = { ...piece, text: lead.trimEnd() };
  const [before, after]: [Piece[], Piece[]] = [[], []];
  let head = prefixOf(text);
  let rest = text.slice(head.length);
  for (;;) {
    const [tag, slash, name = '', self] = FIRST_TAG.exec(rest) ?? [];
    const inner = rest.slice(tag?.length);
    if (tag === undefined || slash !== '' || self !== '' || !isBlock(name)) break;
    if (isBlank(inner) || inner.includes(`</${name}>`)) break;
    before.push(moved(tag, piece, head + tag), blank);
    [head, rest] = [lead, inner.trimStart()];
  }
  for (;;) {
    const [tag = '', name = ''] = CLOSING_TAG.exec(rest) ?? [];
    const inner = rest.slice(0, rest.length - tag.length);
    if (!isBlock(name) || isBlank(inner) || inner.includes(`<${name}`)) break;
    after.unshift(blank, moved(tag, piece, lead + tag.trim()));
    rest = inner.trimEnd();
  }
  return [...before, { ...piece, text: head + rest }, ...after];
}

/** Closes elements that are never closed, where one paragraph or code block follows their tag. */
function closeBlocks(pieces: readonly Piece[], isBlock: (name: string) => boolean): Piece[] {
  const closers = new Map<number, Piece[]>();
  for (const at of neverClosed(pieces, isBlock)) {
    const { opens = '', line, text } = pieces[at] ?? { line: 0, text: '' };
    if (!HOLDS_TEXT.has(opens)) continue;
    const end = endOfBlock(pieces, at);
    const message = `<${opens}> is never closed; closed behind the text on its line`;
    const repair: Repair = { rule: 'closed-tag', severity: 'warning', line, message };
    const [lead, place] = [leadOf(text), { line: pieces[end]?.line ?? line, isCode: false }];
    closers.set(end, [
      { ...place, text: lead.trimEnd() },
      { ...place, text: `${lead}</${opens}>`, repair },
      ...(closers.get(end) ?? []),
    ]);
  }
  return pieces.flatMap((piece, i) => [piece, ...(closers.get(i) ?? [])]);
}

/** The pieces whose tags open what nothing closes, in order. */
function neverClosed(pieces: readonly Piece[], isBlock: (name: string) => boolean): number[] {
  const stack: { name: string; at: number }[] = [];
  const open = new Map<string, number>();
  const count = (name: string, more: 1 | -1): unknown =>
    open.set(name, (open.get(name) ?? 0) + more);
  const unclosed: number[] = [];
  for (const [at, piece] of pieces.entries()) {
    const tags = piece.isCode ? [] : withoutCodeSpans(piece.text).matchAll(TAG);
    for (const [, slash, name = '', self] of tags) {
      if (self !== '' || !isBlock(name)) continue;
      if (slash === '') {
        stack.push({ name, at });
        count(name, 1);
      } else if (open.get(name)) {
        for (let top = stack.pop(); top; top = stack.pop()) {
          count(top.name, -1);
          if (top.name === name) break;
          unclosed.push(top.at);
        }
      }
    }
  }
  return [...unclosed, ...stack.map(({ at }) => at)].sort((a, b) => a - b);
}

/** The last line of the paragraph or code that follows a tag. */
function endOfBlock(pieces: readonly Piece[], tag: number): number {
  let end = tag + 1;
  while (isBlank(pieces[end]?.text ?? 'end')) end++;
  const { isCode } = pieces[end] ?? {};
  for (;;) {
    const next = pieces[end + 1];
    if (!next || next.isCode !== isCode) return end;
    if (!next.isCode && (isBlank(next.text) || isTags(next.text))) return end;
    end++;
  }
}
