/**
 * Half a scrape: tells where a dump ends in the middle of something, so that nobody takes it for a
 * whole one.
 */
import type { Nodes, Root } from 'mdast';
import { closesFence, findFences, openingFence, type Fence } from './fences.ts';

/** What was begun (at line `at`, which counts from 1 in the given text) and has no end. */
export interface CutOff {
  at: number;
  message: string;
}

const cutOff = (at: number, what: string, end: number): CutOff => ({
  at,
  message: `the ${what} that begins here is cut off: the dump ends at line ${end}; scrape it again`,
});

/** A line that begins with a link, perhaps unfinished; `rest` follows a whole one. */
const BEGUN = /^(?<bullet>-\s+)?\[[^\]]*(?:\](?:\((?:[^)]*|.*\)(?<rest>.*))?)?)?$/;

/**
 * Does a dump end within the line that begins a page? `headings` are those under which it has
 * repeated pages before.
 */
export function cutEntryLine(
  lines: readonly string[],
  headings: ReadonlySet<string>,
): CutOff | undefined {
  const end = lines.findLastIndex((line) => line.trim() !== '');
  // Of the frontmatter below the line one or two dashes may be left.
  const isDashed = /^--?$/.test(lines[end] ?? '') && lines[end - 1]?.trim() !== '';
  const at = isDashed ? end - 1 : end;
  const [above = '', line = ''] = [lines[at - 1], lines[at]];
  const isCut = headings.has(line) || isBegun(line, above, at === lines.length - 1);
  return isCut ? cutOff(at + 1, 'entry line', end + 1) : undefined;
}

/** A page may end in a list's whole link, but then (not `isBroken`) a line ending follows. */
function isBegun(line: string, above: string, isBroken: boolean): boolean {
  const link = BEGUN.exec(line)?.groups;
  if (!link) return isBroken && above === '' && /^-\s*$/.test(line);
  const { bullet, rest } = link;
  if (bullet === undefined)
    return /^## \S/.test(above) && (isBroken || rest === undefined || rest.startsWith(':'));
  if (rest === undefined) return above.trim() === '' || line.includes('](');
  const isEntry = bullet.length === 4 && ': Documentation for'.startsWith(rest);
  return isBroken && above.trim() === '' && isEntry;
}

/**
 * Does the dump end before its last page has any text, or within that page's frontmatter?
 * @param text the lines after the entry line, which is line `first` of the dump.
 */
export function cutPage(text: readonly string[], first: number): CutOff | undefined {
  const end = first + text.length;
  if (text.length === 0) return cutOff(first, 'page', end);
  const [opening = ''] = text;
  const isOpen = text.length === 1 ? /^-{1,3}$/.test(opening) : opening === '---';
  return isOpen && !text.includes('---', 1) ? cutOff(first + 1, 'frontmatter', end) : undefined;
}

/**
 * Does the body of the last page end within a fence?
 * @param tree the body as parsed; undefined when it could not be.
 * @param isClosed whether blank lines follow, with which a quote (and a fence in it) has ended.
 * @param end the dump's last line.
 */
export function cutFence(
  tree: Root | undefined,
  body: string,
  isClosed: boolean,
  end: number,
): CutOff | undefined {
  const lines = body.split('\n');
  const fence = tree ? lastFence(tree, isClosed) : findFences(lines).at(-1);
  if (!fence || (fence.close ?? lines.length - 1) < lines.length - 1) return undefined;
  const marker = openingFence(lines[fence.open] ?? '')?.marker ?? '';
  const isWhole = fence.open < lines.length - 1 && closesFence(lines.at(-1) ?? '', marker);
  return isWhole ? undefined : cutOff(fence.open + 1, 'code fence', end);
}

/** The code with which a tree ends; undefined if it ends with something else. */
function lastFence(tree: Root, isClosed: boolean): Fence | undefined {
  let last: Nodes = tree;
  while ('children' in last && last.children.length > 0) {
    if (last.type === 'blockquote' && isClosed) return undefined;
    last = last.children.at(-1) as Nodes;
  }
  const { start, end } = last.position ?? {};
  return last.type === 'code' && start && end
    ? { open: start.line - 1, close: end.line - 1 }
    : undefined;
}
