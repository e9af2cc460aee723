/** One page of the dump → one page of ours, in two halves: first its tree, then its links and text. */
import type { Root } from 'mdast';
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
  const mended = mendSecondFrontmatter(body, findings);
  const source = tryParse(mended, findings);
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

/**
 * Where an entry line is missing from the dump, the next page's frontmatter stands in the middle of
 * this one. It becomes a heading and a paragraph, line for line, so that nothing is lost.
 */
function mendSecondFrontmatter(body: string, findings: PageFindings): string {
  const lines = body.split('\n');
  const fences = findFences(lines);
  const isCode = (i: number): boolean =>
    fences.some(({ open, close }) => i > open && i < (close ?? Infinity));
  for (let i = 0; i < lines.length; i++) {
    if (lines[i] !== '---' || isCode(i)) continue;
    const close = lines.indexOf('---', i + 1);
    const block = lines.slice(i + 1, close);
    if (close < 0 || !block.length || !block.every((line) => /^[\w-]+: /.test(line))) continue;
    if (!block.some((line) => line.startsWith('title: '))) continue;
    const message =
      'a second frontmatter stands inside the page: an entry line is missing above it';
    findings.add('second-frontmatter', 'warning', i + 1, message);
    lines[i] = '';
    lines[close] = '';
    block.forEach((line, j) => {
      const value = line.replace(/^[\w-]+: /, '').replace(/^(['"])(.*)\1$/, '$2');
      lines[i + 1 + j] = line.startsWith('title: ') ? `# ${value}` : value;
    });
  }
  return lines.join('\n');
}
