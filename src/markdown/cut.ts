/**
 * A twin's text cut at its headings, without a parser: browsers do it too. Sound only for Markdown
 * in our own settled style (`stringify.ts`): headings and fences of the page itself start a line,
 * and what is nested (in lists, quotes) never does.
 */

/** One heading's line with all lines that follow it up to the next heading. */
export interface Cut {
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly level: number;
  /** Index of its first line in the text. */
  readonly line: number;
  readonly text: string;
}

const HEADING = /^(#{1,6}) /;
const FENCE = /^(`{3,}|~{3,})/;

/** Cuts a text; the pieces joined with line ends are the text. */
export function cutAtHeadings(markdown: string): Cut[] {
  const cuts: { level: number; line: number; lines: string[] }[] = [];
  let fence: string | undefined;
  for (const [line, text] of markdown.split('\n').entries()) {
    const level = fence === undefined ? (HEADING.exec(text)?.[1]?.length ?? 0) : 0;
    const cut = cuts.at(-1);
    if (cut === undefined || level > 0) cuts.push({ level, line, lines: [text] });
    else cut.lines.push(text);
    fence = fenceAfter(text, fence);
  }
  return cuts.map(({ level, line, lines }) => ({ level, line, text: lines.join('\n') }));
}

/** The fence that is open after a line, of the one that was open before it. */
export function fenceAfter(line: string, open: string | undefined): string | undefined {
  const marks = FENCE.exec(line)?.[1];
  if (open === undefined) return marks;
  return marks?.startsWith(open) && line.trim() === marks ? undefined : open;
}

/** A section's text without what leads into the next one: a rule, the label of a tab. */
export function withoutLeadIn(text: string): string {
  return text.trimEnd().replace(/(\n\n(---|\*\*[^*\n]+\*\*))+$/, '');
}
