/** One page of the dump → one page of ours, in two halves: first its tree, then its links and text. */
import type { Root } from 'mdast';
import { PageFindings } from './findings.ts';
import { readFrontmatter, type Frontmatter } from './frontmatter.ts';
import { isImport } from './imports.ts';
import { readBody } from './read-body.ts';
import type { Place } from './route.ts';
import type { Entry } from './segment.ts';
import { dropTitleHeading, noteUpstreamAnchors, settleAnchors } from './transforms/headings.ts';
import { figures } from './transforms/images.ts';
import { rewrite } from './transforms/index.ts';
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
  const read = readBody(body, entry, findings);
  if (!read) return { draft: undefined, findings };
  const { source } = read;
  noteUpstreamAnchors(source);
  const withoutImports = dropImports(structuredClone(source), read.body, findings);
  const rewritten = rewrite(withoutImports, { source: entry.source, title, findings });
  const pictured = figures(rewritten, pictures, findings);
  const settled = settleAnchors(dropTitleHeading(pictured, title));
  return {
    draft: { entry, place, title, frontmatter, ...read, ...settled, findings },
    findings,
  };
}

/** What findings call a page: its route without slashes. */
export const nameOf = ({ route }: Pick<Place, 'route'>): string =>
  route === '/' ? 'index' : route.slice(1, -1);

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
