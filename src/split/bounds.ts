/**
 * What would take far longer to read than its size lets expect. Markdown readers look back over a
 * whole paragraph at each bracket and each star, so that time grows with the square of their number.
 */
import type { Root } from 'mdast';
import { prefixOf, withoutFences } from './fences.ts';
import type { Entry } from './segment.ts';

/** Why a page is not read; `line` counts in the text that was given, from 1. */
export interface Bound {
  readonly rule: string;
  readonly line: number;
  readonly message: string;
}

/** Steps of the reader for one dump: some seconds. The largest real scrape needs 500,000. */
const MAX_STEPS = 40_000_000;
/** Elements, lists and quotes within each other. Real pages have up to twenty. */
const MAX_DEPTH = 100;

const MARKS = /[[\]*_~{]/g;
/** Its text is not read as Markdown. */
const EXPRESSION = /\{[^{}]*\}/g;
/** A reader looks back at these lines no longer than at one mark. */
const LINES_OF_A_MARK = 3;
/** A line that begins a block whatever stands before it. */
const BLOCK_START = /^ {0,3}(?:[-*+] +\S|#{1,6} )/;
const RULE = /^\s*([-*_])(?:\s*\1)*\s*$/;
const CONTAINER = />|[-*+]\s|\d+[.)]\s/g;

/** What reading some lines costs, and where most of it is spent. */
interface Cost {
  readonly steps: number;
  readonly heaviest: Bound;
}

/**
 * The entries of a dump that are not to be read, with the reason: those that nest too deeply, and
 * as many of the costly ones, the costliest first, as it takes to read the rest in seconds.
 */
export function tooCostly(entries: readonly Entry[]): Map<Entry, Bound> {
  const refused = new Map<Entry, Bound>();
  const costs = new Map<Entry, Cost>();
  for (const entry of entries) {
    const prose = withoutFences(entry.text);
    const deep = deepLine(prose);
    if (deep) refused.set(entry, deep);
    else costs.set(entry, costOf(prose));
  }
  let total = costs.values().reduce((sum, { steps }) => sum + steps, 0);
  for (const [entry, { steps, heaviest }] of [...costs].sort(([, a], [, b]) => b.steps - a.steps)) {
    if (total <= MAX_STEPS) break;
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

function deepLine(lines: readonly string[]): Bound | undefined {
  const at = lines.findIndex(
    (line) => (prefixOf(line).match(CONTAINER)?.length ?? 0) > MAX_DEPTH && !RULE.test(line),
  );
  return at < 0 ? undefined : tooDeepAt(at + 1);
}

/** Each `{` that its line does not close makes the reader look on to the end of the page. */
function costOf(lines: readonly string[]): Cost {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const braces = lines.map((line) => Math.max(0, count(line, /\{/g) - count(line, /\}/g)));
  const opened = braces.reduce((sum, more) => sum + more, 0);
  let steps = opened * length;
  let most = steps;
  let heaviest = costly(`${opened} times "{" without "}"`, braces.findIndex(Boolean) + 1);
  let [marks, first] = [0, 0];
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || BLOCK_START.test(line)) {
      const here = (marks + (i - first) / LINES_OF_A_MARK) ** 2;
      steps += here;
      if (here > most) {
        most = here;
        const what =
          marks > i - first ? `${marks} brackets, stars and the like` : `${i - first} lines`;
        heaviest = costly(`${what} in one paragraph`, first + 1);
      }
      marks = 0;
      first = line.trim() === '' ? i + 1 : i;
    }
    marks += count(line.replace(EXPRESSION, ''), MARKS);
  }
  return { steps, heaviest };
}

const count = (line: string, pattern: RegExp): number => line.match(pattern)?.length ?? 0;

const costly = (what: string, line: number): Bound => ({
  rule: 'too-costly',
  line,
  message: `${what} take too long to read; put them into code, or into more paragraphs`,
});
