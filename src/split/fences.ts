/** Which lines of a text stand inside fenced code, by CommonMark's rules for opening and closing. */

/** One fence: indexes (from 0) of its opening and last line; `close` is null if it never ends. */
export interface Fence {
  open: number;
  close: number | null;
}

/** What may stand before a fence: it can be in quotes, list items and JSX, so any indent counts. */
const PREFIX = /^(?:[\s>]|[-*+]\s|\d+[.)]\s)*/;
/** Tags in front of a fence: not as CommonMark has it, but nobody reads the code as text. */
export const TAGS_BEFORE = /^\s*(?:<\/?[A-Za-z][^<>`]*>\s*)+(?=`{3,}|~{3,})/;
/** Closing tags behind the fence that ends such code: fence, tags. */
export const TAGS_BEHIND = /^([\s>]*(?:`{3,}|~{3,}))\s*((?:<\/[\w.]+>\s*)+)$/;
const OPENING = /^(`{3,}|~{3,})([^\n]*)$/;

/** The blanks, quote marks and list markers at the start of a line. */
export const prefixOf = (line: string): string => PREFIX.exec(line)?.[0] ?? '';
const quotesOf = (prefix: string): number => prefix.split('>').length - 1;

/** The fence characters that a line opens with, and its info string; undefined if it opens none. */
export function openingFence(line: string): { marker: string; info: string } | undefined {
  const match = OPENING.exec(line.slice(prefixOf(line).length));
  const [marker, info] = [match?.[1], match?.[2]?.trim() ?? ''];
  if (marker === undefined || (marker.startsWith('`') && info.includes('`'))) return undefined;
  return { marker, info };
}

/** Does the line close a fence opened with `marker`? */
export function closesFence(line: string, marker: string): boolean {
  const text = line.replace(/^[\s>]*/, '').trimEnd();
  return text.length >= marker.length && text === (marker[0] ?? '`').repeat(text.length);
}

/** Follows a text line by line. A fence also ends with the quote or the list item that it is in. */
export class FenceReader {
  readonly all: Fence[] = [];
  private readonly isLenient: boolean;
  private marker: string | undefined;
  private mayEndInTags = false;
  private quotes = 0;
  private item = 0;
  /** Columns at which the content of the open list items stands. */
  private items: number[] = [];

  /** @param isLenient may closing tags follow the end of any code? Else only where some open it. */
  constructor(isLenient = false) {
    this.isLenient = isLenient;
  }

  /** The characters of the open fence; undefined outside code. */
  get open(): string | undefined {
    return this.marker;
  }

  /** Takes the next line, which is the text's line `i`. */
  read(line: string, i: number): void {
    const prefix = prefixOf(line);
    if (this.marker !== undefined) {
      const closes = this.isEnd(line, this.marker);
      if (!closes && !this.leavesContainer(line, prefix)) return;
      this.end(closes ? i : i - 1);
      if (closes) return;
    }
    this.enterItems(line, prefix);
    const tags = TAGS_BEFORE.exec(line)?.[0] ?? '';
    this.marker = openingFence(line.slice(tags.length))?.marker;
    if (this.marker === undefined) return;
    this.mayEndInTags = this.isLenient || tags !== '';
    this.quotes = quotesOf(prefix);
    this.item = this.items.at(-1) ?? 0;
    this.all.push({ open: i, close: null });
  }

  private isEnd(line: string, marker: string): boolean {
    if (closesFence(line, marker)) return true;
    const fence = this.mayEndInTags ? TAGS_BEHIND.exec(line)?.[1] : undefined;
    return fence !== undefined && closesFence(fence, marker);
  }

  /** Ends the open fence at a line that is its last. */
  end(last: number): void {
    const fence = this.all.at(-1);
    if (fence) fence.close = last;
    this.marker = undefined;
  }

  private leavesContainer(line: string, prefix: string): boolean {
    if (this.quotes > 0) return quotesOf(prefix) < this.quotes;
    return line.trim() !== '' && indentOf(line) < this.item;
  }

  private enterItems(line: string, prefix: string): void {
    if (line.trim() === '') return;
    const indent = indentOf(line);
    this.items = this.items.filter((column) => column <= indent);
    // Five blanks or more after a marker are one, and what is left belongs to the content.
    let [column, at] = [0, 0];
    for (const marker of prefix.matchAll(/(?:[-*+]|\d+[.)])(?:\s(?=\s{4})|\s+)/g)) {
      const end = marker.index + marker[0].length;
      column = columnsOf(prefix.slice(at, end), column);
      at = end;
      this.items.push(column);
    }
  }
}

/** The column after a text that begins at one: a tab reaches to the next fourth. */
const columnsOf = (text: string, start = 0): number =>
  Array.from(text).reduce((column, char) => column + (char === '\t' ? 4 - (column % 4) : 1), start);

const indentOf = (line: string): number => columnsOf(/^\s*/.exec(line)?.[0] ?? '');

/** A text's lines with those of fenced code, and of the fences, made empty. */
export function withoutFences(text: readonly string[]): string[] {
  const lines = [...text];
  for (const { open, close } of findFences(text))
    lines.fill('', open, (close ?? lines.length - 1) + 1);
  return lines;
}

/** All fences of a text, in order. */
export function findFences(lines: readonly string[]): Fence[] {
  const reader = new FenceReader();
  lines.forEach((line, i) => {
    reader.read(line, i);
  });
  return reader.all;
}
