/** One page of the dump → one page of ours, in two halves: first its tree, then its links and text. */
import type { Root } from 'mdast';
import { cutFence } from './cut-off.ts';
import { findFences } from './fences.ts';
import { PageFindings } from './findings.ts';
import { readFrontmatter, type Frontmatter } from './frontmatter.ts';
import { isImport } from './imports.ts';
import { ParseError, parseDialect } from './parse.ts';
import { inlineReferences } from './references.ts';
import type { Place } from './route.ts';
import type { Entry } from './segment.ts';
import { dropTitleHeading, noteUpstreamAnchors, settleAnchors } from './transforms/headings.ts';
import { figures } from './transforms/images.ts';
import { rewrite } from './transforms/index.ts';
import { unravel } from './transforms/unravel.ts';
import { lineOf } from './tree.ts';

/** A page whose constructs are ours already, but whose links still are upstream's. */
export interface DraftPage {
  entry: Entry;
  place: Place;
  title: string;
  frontmatter: Frontmatter;
  /** The body as text and as parsed, for the proof. */
  body: string;
  source: Root;
  tree: Root;
  anchors: Set<string>;
  findings: PageFindings;
}

/**
 * Reads and rewrites one page. What cannot be read is a finding of severity `error`, and undefined
 * comes back.
 */
export function draftPage(
  entry: Entry,
  place: Place,
  pictures: ReadonlySet<string>,
): { draft: DraftPage | undefined; findings: PageFindings } {
  const name = nameOf(place);
  const atEntry = new PageFindings(name, entry.lines[0]);
  const { frontmatter, body, bodyStart } = readFrontmatter(entry.text, atEntry);
  const findings = new PageFindings(name, entry.lines[0] + bodyStart);
  findings.all.push(...atEntry.all);
  const title = frontmatter.title ?? entry.name;
  const mended = mendSecondFrontmatter(body, entry, findings);
  const source = tryParse(mended, findings);
  noteCutFence(entry, source, mended, findings);
  if (!source) return { draft: undefined, findings };
  noteUpstreamAnchors(source);
  const withoutImports = dropImports(structuredClone(source), mended, findings);
  const rewritten = rewrite(withoutImports, { source: entry.source, title, findings });
  const pictured = figures(rewritten, pictures, findings);
  const settled = settleAnchors(dropTitleHeading(pictured, title));
  return {
    draft: { entry, place, title, frontmatter, body: mended, source, ...settled, findings },
    findings,
  };
}

/** What findings call a page: its route without slashes. */
export const nameOf = ({ route }: Place): string => (route === '/' ? 'index' : route.slice(1, -1));

function tryParse(body: string, findings: PageFindings): Root | undefined {
  try {
    return unravel(inlineReferences(parseDialect(body)));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    findings.add(error.rule, 'error', error.line, error.message);
    return undefined;
  }
}

/** A fence that the dump ends in is half a page. */
function noteCutFence(
  { endsDump, lines }: Entry,
  source: Root | undefined,
  body: string,
  findings: PageFindings,
): void {
  if (endsDump === 'no') return;
  const cut = cutFence(source, body, endsDump === 'after-blanks', lines[1]);
  if (cut) findings.add('cut-off', 'error', cut.at, cut.message);
}

function dropImports(tree: Root, body: string, findings: PageFindings): Root {
  const [imports, rest] = [true, false].map((wanted) =>
    tree.children.filter((node) => isImport(node, body) === wanted),
  );
  for (const node of imports ?? []) {
    findings.add(
      'dropped-import',
      'info',
      lineOf(node),
      'import of upstream components is dropped',
    );
  }
  return { ...tree, children: rest ?? [] };
}

/** A line with a link, which above a frontmatter can only be meant to begin a page. */
const ENTRY_LIKE = /^\s*(?:[-*+]\s+)?\[.*\]\(/;

/**
 * Where an entry line is missing from the dump, the next page's frontmatter stands in the middle of
 * this one. It becomes a heading and a paragraph, line for line, so that nothing is lost.
 */
function mendSecondFrontmatter(body: string, entry: Entry, findings: PageFindings): string {
  const lines = body.split('\n');
  const fences = findFences(lines);
  const isCode = (i: number): boolean =>
    fences.some(({ open, close }) => i > open && i <= (close ?? Infinity));
  for (let i = 0; i < lines.length; i++) {
    if (lines[i] !== '---' || isCode(i)) continue;
    const close = lines.indexOf('---', i + 1);
    const block = lines.slice(i + 1, close);
    if (close < 0 || !block.length || !block.every((line) => /^[\w-]+: /.test(line))) continue;
    if (!block.some((line) => line.startsWith('title: '))) continue;
    const begin = `the page that begins at line ${entry.lines[0]}`;
    if (ENTRY_LIKE.test(lines[i - 1] ?? '')) {
      const message = `no entry line, but it stands above a frontmatter, inside ${begin}; write it as "-   [name](/docs/path): Documentation for name."`;
      findings.add('swallowed-page', 'error', i, message);
    } else {
      const message = `a second frontmatter stands inside ${begin}: an entry line is missing above it`;
      findings.add('second-frontmatter', 'warning', i + 1, message);
    }
    lines[i] = '';
    lines[close] = '';
    block.forEach((line, j) => {
      const value = line.replace(/^[\w-]+: /, '').replace(/^(['"])(.*)\1$/, '$2');
      lines[i + 1 + j] = line.startsWith('title: ') ? `# ${value}` : value;
    });
  }
  return lines.join('\n');
}
