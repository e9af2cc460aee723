/**
 * Anchors of headings. Upstream slugs every heading of a page (github-slugger, H1 included, and
 * `[#custom]` taken literally); our renderer does the same over the headings that are left. Where
 * the two differ, the heading carries upstream's anchor as a comment: `## Title {/* #anchor *\/}`.
 */
import GithubSlugger, { slug } from 'github-slugger';
import { toString } from 'mdast-util-to-string';
import type { Heading, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { attributeText, element, hasAttribute, isNamed } from '../tree.ts';

declare module 'mdast' {
  interface HeadingData {
    /** The anchor that upstream gives the heading. */
    anchor?: string;
  }
}

const CUSTOM_ID = /(?<!\s)\s*\[#([^[\]]+)\]\s*$/;

const headingText = (heading: Heading): string => toString(heading, { includeImageAlt: false });

/** Notes upstream's anchor on every heading of a tree as parsed, and strips `[#custom]` marks. */
export function noteUpstreamAnchors(tree: Root): void {
  const slugger = new GithubSlugger();
  visit(tree, 'heading', (heading) => {
    const last = heading.children.at(-1);
    const custom = last?.type === 'text' ? CUSTOM_ID.exec(last.value) : null;
    if (last?.type === 'text' && custom) last.value = last.value.slice(0, custom.index);
    const anchor = custom?.[1] === undefined ? slugger.slug(headingText(heading)) : slug(custom[1]);
    heading.data = { ...heading.data, anchor };
  });
}

const notedAnchor = (heading: Heading): string | undefined => heading.data?.anchor;

/**
 * Gives every heading its anchor and returns all anchors of the page. A heading without any letter
 * gets `section-1`, `section-2`, … Anchors (`<Anchor id>`) that repeat another anchor are removed; one
 * that opens a tab wins over one that does not.
 */
export function settleAnchors(tree: Root): { tree: Root; anchors: Set<string> } {
  const anchors = new Set<string>();
  const slugger = new GithubSlugger();
  visit(tree, 'heading', (heading) => {
    const wanted = notedAnchor(heading) ?? slug(headingText(heading));
    const plain = slug(headingText(heading));
    const { [plain]: before } = slugger.occurrences;
    const natural = slugger.slug(headingText(heading));
    const anchor = wanted === '' ? `section-${anchors.size + 1}` : wanted;
    if (natural !== anchor) {
      // A heading with an id of its own does not count in the renderer's slugger.
      Reflect.deleteProperty(slugger.occurrences, natural);
      if (before !== undefined) slugger.occurrences[plain] = before;
      heading.children = [
        ...heading.children,
        { type: 'text', value: ' ' },
        { type: 'mdxTextExpression', value: `/* #${anchor} */` },
      ];
    }
    anchors.add(anchor);
  });
  const tabAnchors = new Set<string>();
  visit(tree, (node) => {
    if (isNamed(node, 'Anchor') && hasAttribute(node, 'tab'))
      tabAnchors.add(attributeText(node, 'id') ?? '');
  });
  return { tree: { ...tree, children: dropRepeated(tree.children, anchors, tabAnchors) }, anchors };
}

function dropRepeated(
  nodes: readonly RootContent[],
  anchors: Set<string>,
  tabAnchors: ReadonlySet<string>,
): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (isNamed(node, 'Anchor')) {
      const id = attributeText(node, 'id') ?? '';
      const isElsewhere = tabAnchors.has(id) && !hasAttribute(node, 'tab');
      if (id === '' || anchors.has(id) || isElsewhere) return [];
      anchors.add(id);
      return [node as RootContent];
    }
    if (!('children' in node)) return [node];
    return [{ ...node, children: dropRepeated(node.children, anchors, tabAnchors) } as RootContent];
  });
}

/**
 * A first heading that repeats the title goes, since the site shows the title; the anchor it had
 * upstream stays.
 */
export function dropTitleHeading(tree: Root, title: string): Root {
  const at = tree.children.findIndex((node) => !isNamed(node, 'Anchor'));
  const first = tree.children[at];
  if (first?.type !== 'heading' || first.depth !== 1) return tree;
  if (headingText(first).trim() !== title.trim()) return tree;
  const anchor = notedAnchor(first);
  const kept = anchor ? [element('Anchor', { id: anchor })] : [];
  return {
    ...tree,
    children: [...kept, ...tree.children.slice(0, at), ...tree.children.slice(at + 1)],
  };
}
