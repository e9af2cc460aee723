/** Takes a page's text apart: by heading, and in pieces that fit a budget of tokens. */
import { cutFrontmatter } from '../model/frontmatter.ts';
import type { HeadingFacts } from '../llms/pages-json.ts';
import { cutAtHeadings, fenceAfter, withoutLeadIn } from '../markdown/cut.ts';

/** A run of lines, by their numbers from 0; `to` is the first that is no longer in it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A heading with all that stands under it, deeper headings included. */
export interface Part extends Range, Pick<HeadingFacts, 'level' | 'text' | 'anchor'> {}

/** A twin without its frontmatter and its pointers to other files: the title, then the page. */
export function bodyOf(twin: string): string {
  return cutFrontmatter(twin)
    .body.replace(/^\n+/, '')
    .replace(/^(?:>[^\n]*\n)+\n/, '');
}

/** The parts of a page, in the order of its headings, which are those of `headings`. */
export function partsOf(body: string, headings: readonly HeadingFacts[]): Part[] {
  const cuts = cutAtHeadings(body);
  const end = body.split('\n').length;
  // The first cut is the page's title with what stands before the first heading.
  return cuts.slice(1).flatMap(({ level, line }, index) => {
    const heading = headings[index];
    const next = cuts.slice(index + 2).find((cut) => cut.level <= level);
    return heading
      ? [{ from: line, to: next?.line ?? end, level, text: heading.text, anchor: heading.anchor }]
      : [];
  });
}

/** A piece of a text within a budget. */
export interface Piece {
  readonly text: string;
  /** Where the next piece begins, undefined at the end. */
  readonly next: number | undefined;
}

/**
 * As much of a range as fits a budget of tokens, and at least a line. It ends between paragraphs
 * where it can; code that is longer than the budget is cut between lines, and each piece of it is
 * fenced by itself.
 */
export function takeWithin(
  lines: readonly string[],
  { from, to }: Range,
  budget: number,
  count: (text: string) => number,
): Piece {
  const cost = (line: string | undefined) => (line === undefined ? 0 : count(`${line}\n`));
  const opening = openingBefore(lines, from);
  let open = opening && fenceAfter(opening, undefined);
  let spent = cost(opening);
  let end = from;
  let breakAt: number | undefined;
  for (let at = from; at < to; at += 1) {
    const line = lines[at] ?? '';
    open = fenceAfter(line, open);
    spent += cost(line);
    if (spent + cost(open) > budget && at > from) break;
    end = at + 1;
    if (open === undefined && line === '') breakAt = end;
  }
  const stop = end === to ? to : (breakAt ?? end);
  const cutOpen = openingBefore(lines, stop);
  const closing = cutOpen && fenceAfter(cutOpen, undefined);
  const text = [opening, ...lines.slice(from, stop), closing]
    .filter((line) => line !== undefined)
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
  return stop === to ? { text: withoutLeadIn(text), next: undefined } : { text, next: stop };
}

/** The line that opens the code in which a line stands. */
function openingBefore(lines: readonly string[], at: number): string | undefined {
  let opening: string | undefined;
  let open: string | undefined;
  for (const line of lines.slice(0, at)) {
    const after = fenceAfter(line, open);
    if (open === undefined && after !== undefined) opening = line;
    open = after;
  }
  return open === undefined ? undefined : opening;
}
