/**
 * Two scrapes compared in the plainest way, line by line and without any of the split: what the report of
 * a refresh must agree with.
 */

/** What is there to agree with about one page. */
export interface PlainPage {
  readonly text: string;
  /** Letters and digits of each heading, in lower case. */
  readonly headings: readonly string[];
  /** The text of each fenced block, without the indent of its fence. */
  readonly code: readonly string[];
}

/** The pages of a scrape by their upstream path. */
export function plainPages(scrape: string): Map<string, PlainPage> {
  const pages = new Map<string, PlainPage>();
  let [path, lines]: [string, string[]] = ['', []];
  const close = () => {
    if (path !== '' && !pages.has(path)) pages.set(path, plainPage(lines));
  };
  for (const line of scrape.split(/\r?\n/)) {
    const entry = /^(?:- {3})?\[[^\]]+\]\(([^)]*)\): /.exec(line)?.[1];
    const isEnd = line === '## Optional';
    if (entry === undefined && !isEnd) {
      lines.push(line);
      continue;
    }
    // The heading of a copy stands above its link.
    if (!line.startsWith('-') && !isEnd) lines.pop();
    close();
    [path, lines] = [isEnd ? '' : upstreamPath(entry ?? ''), []];
  }
  close();
  return pages;
}

const upstreamPath = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^\/llm-docs/, '/docs')
    .replace(/(\.mdx?|\/index|\/)+$/, '');

/** What of a heading is the same whoever reads it. */
export const lettersOf = (heading: string): string =>
  heading
    .replace(/\{\/\*.*\*\/\}/, '')
    .replace(/\[#[^\]]+\]\s*$/, '')
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Upstream shows packages to install as a block for each package manager. */
const installs = (packages: string): string[] =>
  ['npm install', 'pnpm add', 'yarn add', 'bun add'].map((command) => `${command} ${packages}`);

function plainPage(lines: readonly string[]): PlainPage {
  const trimmed = lines.map((line) => line.trimEnd());
  const title = /^title:\s*(.*)$/.exec(
    trimmed.find((line) => line.startsWith('title:')) ?? '',
  )?.[1];
  const end = trimmed.indexOf('---', 1);
  const headings: string[] = [];
  const code: string[] = [];
  let [fence, language] = ['', ''];
  let block: string[] = [];
  let indent = /^/;
  for (const line of lines.slice(end + 1)) {
    const [, blanks = '', marks = '', rest = ''] = /^(\s*)(`{3,}|~{3,})([^`]*)$/.exec(line) ?? [];
    if (fence === '' && marks !== '') {
      [fence, language, block] = [marks, rest.trim(), []];
      indent = new RegExp(`^ {0,${blanks.length}}`);
    } else if (fence !== '' && marks.startsWith(fence) && rest.trim() === '') {
      const text = block.map((line) => line.replace(indent, '')).join('\n');
      code.push(...(language === 'package-install' ? installs(text.trim()) : [text]));
      fence = '';
    } else if (fence !== '') block.push(line);
    else {
      const [, depth = '', words] = /^\s*(#{1,6})\s+(.*?)\s*#*$/.exec(line) ?? [];
      const isTitle =
        depth === '#' && headings.length === 0 && lettersOf(words ?? '') === lettersOf(title ?? '');
      if (words !== undefined && !isTitle) headings.push(lettersOf(words));
    }
  }
  return { text: trimmed.join('\n').trim(), headings, code };
}

/** What the first list has more often than the second, sorted. */
export function surplus(these: readonly string[], those: readonly string[]): string[] {
  const rest = [...those];
  return these
    .filter((one) => {
      const at = rest.indexOf(one);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    })
    .toSorted();
}

/** Of two pages: the share of lines that they have in common. */
function commonLines(a: PlainPage, b: PlainPage): number {
  const [inA, inB] = [linesOf(a), linesOf(b)];
  const common = inA.length - surplus(inA, inB).length;
  return (2 * common) / (inA.length + inB.length);
}

const linesOf = ({ text }: PlainPage): string[] =>
  text.split('\n').filter((line) => line.trim() !== '');

/** With less in common than this, a page was rewritten and did not only move. */
const SAME_PAGE = 0.63;

/** Pages that have another path: the old one and the new one, the surest first, none twice. */
export function plainMoves(
  before: ReadonlyMap<string, PlainPage>,
  after: ReadonlyMap<string, PlainPage>,
): [from: string, to: string][] {
  const pairs = [...before]
    .filter(([path]) => !after.has(path))
    .flatMap(([from, a]) =>
      [...after]
        .filter(([path]) => !before.has(path))
        .map(([to, b]) => ({ from, to, common: commonLines(a, b) })),
    )
    .filter(({ common }) => common > SAME_PAGE)
    .toSorted((a, b) => b.common - a.common);
  const moves: [string, string][] = [];
  for (const { from, to } of pairs) {
    if (!moves.flat().some((path) => path === from || path === to)) moves.push([from, to]);
  }
  return moves.toSorted();
}
