/** Where on a page a note stands: in the section that says what is wrong, after the block that says it. */
import type { Heading, Nodes, Parents, Root, RootContent } from 'mdast';
import type {} from 'mdast-util-mdx';
import { anchorOf, textOf } from '../markdown/headings.ts';
import type { Note, Place } from './table.ts';

/** A page as its parser read it. */
export interface Page {
  /** With the headings' ids, as `parsePage` makes it. */
  readonly tree: Root;
  /** The text that the tree's positions are of. */
  readonly mdx: string;
}

/** A place that was found. */
export interface Located {
  /** Id of the section's heading; `''` for what stands before the first one. */
  readonly anchor: string;
  /** Line of the claim, from 1. */
  readonly line: number;
  /** What the section's heading stands in, outermost first. */
  readonly around: readonly Parents[];
}

/** Finds a claim in a section of its heading's name; undefined where none says it. */
export function locate(page: Page, { heading, claim }: Place): Located | undefined {
  const lines = page.mdx.split('\n');
  for (const section of sectionsOf(page.tree, lines.length)) {
    if (section.heading !== heading) continue;
    const at = lines.findIndex(
      (text, index) => index >= section.from && index < section.to && text.includes(claim),
    );
    if (at >= 0) return { anchor: section.anchor, line: at + 1, around: section.around };
  }
  return undefined;
}

/** The text from one heading to the next, of any level and wherever they stand. */
interface Section extends Pick<Located, 'anchor' | 'around'> {
  readonly heading: string;
  /** Lines from 0, the last one not included; without the heading's own. */
  readonly from: number;
  readonly to: number;
}

function sectionsOf(tree: Root, end: number): Section[] {
  const found = headingsIn(tree, []);
  const starts = found.map(({ heading }) => heading.position?.start.line ?? 1);
  const intro = {
    heading: '',
    anchor: '',
    from: 0,
    to: (starts[0] ?? end + 1) - 1,
    around: [tree],
  };
  return [
    intro,
    ...found.map(({ heading, around }, index) => ({
      heading: textOf(heading),
      anchor: anchorOf(heading),
      from: heading.position?.end.line ?? 0,
      to: (starts[index + 1] ?? end + 1) - 1,
      around,
    })),
  ];
}

function headingsIn(
  node: Nodes,
  around: readonly Parents[],
): { heading: Heading; around: readonly Parents[] }[] {
  if (node.type === 'heading') return [{ heading: node, around }];
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => headingsIn(child, [...around, node]));
}

/** A note and where it stands. */
export interface Standing {
  readonly note: Note;
  readonly located: Located;
}

/** The section of a line (from 1), its heading's own included. */
export function sectionAt(page: Page, line: number): Pick<Located, 'anchor' | 'around'> {
  const sections = sectionsOf(page.tree, Number.POSITIVE_INFINITY);
  return sections.findLast(({ from }) => from <= line) ?? { anchor: '', around: [page.tree] };
}

/** Makes what stands on the page for the notes of one section. */
export type Show = (notes: readonly Note[]) => RootContent;

/**
 * Puts notes on a page, all of one section together, after the block that holds the first claim.
 * Where the section's heading stands in a step or a tab, so does the note; tables, lists and tabs
 * are never cut. A claim that is not there (another scrape) leaves the page as it is.
 * @param mentions of what a note is about; those in a section that has the note already need no other
 */
export function placeNotes(
  page: Page,
  notes: readonly Note[],
  route: string,
  show: Show,
  mentions: readonly Standing[] = [],
): void {
  const claimed = notes.flatMap((note) =>
    note.places
      .filter((place) => place.page === route)
      .flatMap((place): Standing[] => {
        const located = locate(page, place);
        return located ? [{ note, located }] : [];
      }),
  );
  const isTold = ({ note, located }: Standing): boolean =>
    claimed.some((one) => one.note.id === note.id && one.located.anchor === located.anchor);
  const sections = Map.groupBy(
    [...claimed, ...mentions.filter((mention) => !isTold(mention))],
    ({ located }) => located.anchor,
  );
  const inOrderOfLines = [...sections.values()]
    .map((found) => found.toSorted((a, b) => a.located.line - b.located.line))
    .toSorted(([a], [b]) => (a?.located.line ?? 0) - (b?.located.line ?? 0));
  for (const inOrder of inOrderOfLines) {
    const [first] = inOrder;
    if (first) insert(show([...new Set(inOrder.map(({ note }) => note))]), first.located);
  }
}

function insert(node: RootContent, { around, line }: Located): void {
  const parent = around.findLast((one) => takesBlocks(one) && holds(one, line));
  if (!parent) return;
  const siblings: RootContent[] = parent.children as RootContent[];
  const at = siblings.findIndex((sibling) => holds(sibling, line));
  siblings.splice(at + (leadsOn(siblings[at]) ? 2 : 1), 0, node);
}

function takesBlocks(node: Parents): boolean {
  return (
    node.type === 'root' ||
    node.type === 'listItem' ||
    (node.type === 'mdxJsxFlowElement' && node.name === 'TabItem')
  );
}

function holds({ type, position }: Nodes, line: number): boolean {
  return (
    type === 'root' || (!!position && position.start.line <= line && line <= position.end.line)
  );
}

/** "Run this:" is read with the block that follows. */
function leadsOn(node: RootContent | undefined): boolean {
  const last = node?.type === 'paragraph' ? node.children.at(-1) : undefined;
  return last?.type === 'text' && last.value.trimEnd().endsWith(':');
}
