/**
 * What would take far longer to read than its size lets expect. Markdown readers look back over a
 * whole paragraph at each bracket and each star, and over the whole page where a list or a quote
 * ends, so that time grows with the square of their number; and a paragraph of one letter costs as
 * much as one of a hundred.
 */
import type { Root } from 'mdast';
import { findFences, prefixOf, withoutFences } from './fences.ts';
import { linesOfFrontmatter } from './frontmatter.ts';
import type { Entry } from './segment.ts';

/** Why a page is not read; `line` counts in the text that was given, from 1. */
export interface Bound {
  readonly rule: string;
  readonly line: number;
  readonly message: string;
}

/**
 * Steps of the reader for a dump of up to a megabyte, each of at most 0.25 µs on a quiet machine:
 * ten seconds. Real scrapes need 24 to 37 million a megabyte.
 */
const MAX_STEPS = 40_000_000;
const MEGABYTE = 1_000_000;
/** Steps for each megabyte more: so much that no dump of real pages is refused for its size. */
const MORE_STEPS = 80_000_000;
/** What is read in a time that grows with its number only, in steps. */
const STEPS = { char: 4, word: 80, line: 1000, mark: 200, link: 1000, fence: 1000 };
const KINDS = ['char', 'word', 'line', 'mark', 'link', 'fence'] as const;
/** Where a list, a quote or a note ends, the reader moves what it has read of the page so far. */
const STEPS_OF_A_MOVE = 5;
/** Characters of a frontmatter, which a YAML reader reads ever slower. Real ones have 300. */
const MAX_FRONTMATTER = 4000;
/** Elements, lists and quotes within each other. Real pages have up to twenty. */
const MAX_DEPTH = 100;

const MARKS = /[[\]*_~{<&]/g;
/** Marks at which a piece of a line begins or ends. */
const SMALL_MARKS = /[[\]*_~{|`<&\\:!\t]/g;
const WORDS = /\S+/g;
const LINKS = /\]\(|\]\[|@|www\.|:\/\//g;
/** Its text is not read as Markdown. */
const EXPRESSION = /\{[^{}]*\}/g;
/** A reader looks back at these lines no longer than at one mark. */
const LINES_OF_A_MARK = 3;
/** A line that begins a block whatever stands before it. */
const BLOCK_START = /^ {0,3}(?:[-*+] +\S|#{1,6} )/;
const RULE = /^\s*([-*_])(?:\s*\1)*\s*$/;
/** A line that begins what ends in a move: a list, a quote, a note, or elements that become lists. */
const MOVED = /^\s*(?:>|(?:[-*+]|\d+[.)])(?:\s|$)|\[\^|<(?:Steps|Files|Folder|[uo]l)\b)/;
/** Under a line of text it makes that a heading, after a move too. */
const UNDERLINE = /^[\s>]*(?:=+|-+)\s*$/;
const CONTAINER = />|[-*+]\s|\d+[.)]\s/g;

/** A cause of cost, with its steps. */
interface Cost {
  readonly steps: number;
  readonly bound: Bound;
}

/**
 * The entries of a dump that are not to be read, with the reason: those that nest too deeply, those
 * with a frontmatter of kilobytes, and as many of the costly ones, the costliest first, as it takes
 * to read the rest in seconds.
 */
export function tooCostly(entries: readonly Entry[]): Map<Entry, Bound> {
  const refused = new Map<Entry, Bound>();
  const costs = new Map<Entry, { steps: number; heaviest: Bound }>();
  for (const entry of entries) {
    const prose = withoutFences(entry.text).fill('', 0, linesOfFrontmatter(entry.text));
    const bound = longFrontmatter(entry.text) ?? deepLine(prose);
    if (bound) {
      refused.set(entry, bound);
      continue;
    }
    const causes = causesOfCost(entry.text, prose);
    const steps = sumOf(causes.map((cause) => cause.steps));
    const [heaviest] = causes.toSorted((a, b) => b.steps - a.steps);
    if (heaviest) costs.set(entry, { steps, heaviest: heaviest.bound });
  }
  const megabytes = sumOf(entries.map(({ text }) => lengthOf(text))) / MEGABYTE;
  const allowed = MAX_STEPS + MORE_STEPS * Math.max(0, megabytes - 1);
  let total = sumOf(costs.values().map(({ steps }) => steps));
  for (const [entry, { steps, heaviest }] of [...costs].sort(([, a], [, b]) => b.steps - a.steps)) {
    if (total <= allowed) break;
    refused.set(entry, heaviest);
    total -= steps;
  }
  return refused;
}

/** The first node of a tree that stands too deep for those who walk it. */
export function tooDeep(tree: Root): Bound | undefined {
  const open: { node: Root | Root['children'][number]; depth: number }[] = [
    { node: tree, depth: 0 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (depth > MAX_DEPTH) return tooDeepAt(node.position?.start.line ?? 1);
    if ('children' in node)
      for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

const tooDeepAt = (line: number): Bound => ({
  rule: 'too-deep',
  line,
  message: `more than ${MAX_DEPTH} elements, lists or quotes within each other; take some out`,
});

function longFrontmatter(text: readonly string[]): Bound | undefined {
  const length = lengthOf(text.slice(0, linesOfFrontmatter(text)));
  return length > MAX_FRONTMATTER
    ? costly(`${length} characters of frontmatter`, 1, 'into the page')
    : undefined;
}

function deepLine(lines: readonly string[]): Bound | undefined {
  const at = lines.findIndex(
    (line) => (prefixOf(line).match(CONTAINER)?.length ?? 0) > MAX_DEPTH && !RULE.test(line),
  );
  return at < 0 ? undefined : tooDeepAt(at + 1);
}

/** What reading a page costs, by cause. */
const causesOfCost = (text: readonly string[], prose: readonly string[]): Cost[] => [
  costOfSize(text, prose),
  costOfEnds(prose),
  costOfBraces(prose),
  ...costOfParagraphs(prose),
];

function costOfSize(text: readonly string[], prose: readonly string[]): Cost {
  const counts = {
    char: lengthOf(text),
    word: sumOf(prose.map((line) => count(line, WORDS))),
    line: prose.filter(isNoBlank).length + linesOfFrontmatter(text),
    mark: sumOf(prose.map((line) => count(line, SMALL_MARKS))),
    link: sumOf(prose.map((line) => count(line, LINKS))),
    fence: findFences(text).length,
  };
  const { line, link, mark, fence } = counts;
  const steps = sumOf(KINDS.map((kind) => counts[kind] * STEPS[kind]));
  const what = `${line} lines with ${link} links and ${mark} other marks, and ${fence} blocks of code`;
  return { steps, bound: costly(`${what} in one page`, 1, 'into code, or into several pages') };
}

function costOfEnds(prose: readonly string[]): Cost {
  const begins = prose.map((line, i) =>
    RULE.test(line)
      ? UNDERLINE.test(line) && isNoBlank(prose[i - 1] ?? '')
      : MOVED.test(line) || UNDERLINE.test(line),
  );
  const ends = begins.filter(Boolean).length;
  return {
    steps: ends * prose.filter(isNoBlank).length * STEPS_OF_A_MOVE,
    bound: costly(`${ends} lists, quotes and underlines in one page`, begins.indexOf(true) + 1),
  };
}

/** Each `{` that its line does not close makes the reader look on to the end of the page. */
function costOfBraces(prose: readonly string[]): Cost {
  const braces = prose.map((line) => Math.max(0, count(line, /\{/g) - count(line, /\}/g)));
  const opened = sumOf(braces);
  return {
    steps: opened * lengthOf(prose),
    bound: costly(`${opened} times "{" without "}"`, braces.findIndex(Boolean) + 1),
  };
}

function costOfParagraphs(prose: readonly string[]): Cost[] {
  const costs: Cost[] = [];
  let [marks, first] = [0, 0];
  for (let i = 0; i <= prose.length; i++) {
    const line = prose[i] ?? '';
    if (line.trim() === '' || BLOCK_START.test(line)) {
      const lines = i - first;
      const what = marks > lines ? `${marks} brackets, stars and the like` : `${lines} lines`;
      const steps = (marks + lines / LINES_OF_A_MARK) ** 2;
      costs.push({ steps, bound: costly(`${what} in one paragraph`, first + 1) });
      marks = 0;
      first = line.trim() === '' ? i + 1 : i;
    }
    marks += count(line.replace(EXPRESSION, ''), MARKS);
  }
  return costs;
}

const count = (line: string, pattern: RegExp): number => line.match(pattern)?.length ?? 0;
const isNoBlank = (line: string): boolean => line.trim() !== '';
const lengthOf = (lines: readonly string[]): number => sumOf(lines.map(({ length }) => length + 1));
const sumOf = (numbers: Iterable<number>): number =>
  Iterator.from(numbers).reduce((sum, more) => sum + more, 0);

const costly = (
  what: string,
  line: number,
  where = 'into code, or into more paragraphs',
): Bound => ({
  rule: 'too-costly',
  line,
  message: `${what} take too long to read; put them ${where}`,
});
