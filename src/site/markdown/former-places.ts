/** remark plugin: a page keeps the anchors that it, or a page that moved to it, had before. */
import type { Link, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { anchorOf } from '../../markdown/headings.ts';
import { goneAnchor, type FormerPlaces } from '../../model/moved.ts';
import { routeOfFile } from '../../model/routes.ts';
import { pageOfFile } from './samples.ts';

/** How a page is called, by its route. */
export type TitleOf = (route: string) => string | undefined;

/**
 * A heading that was renamed has its old anchor as an empty element before it. Sections that are gone, or
 * that stand on another page, are named in a list at the end, so that whoever comes by an old link is
 * told where to go. Runs after the headings got their ids, and before links get the base path.
 */
export function remarkFormerPlaces(places: ReadonlyMap<string, FormerPlaces>, titleOf: TitleOf) {
  return () =>
    (tree: Root, file: { readonly path: string }): void => {
      const own = places.get(routeOfFile(pageOfFile(file.path)));
      if (!own) return;
      const taken = idsOf(tree);
      const isFree = (id: string): boolean => !taken.has(id) && taken.add(id).size > 0;
      placeBeforeHeadings(tree, own.sameAs, isFree);
      const items = [
        ...own.left
          .filter(({ anchor }) => isFree(anchor))
          .map(({ anchor, heading, to, on }) =>
            item(anchor, whereabouts(heading, to, on, titleOf)),
          ),
        ...own.gone.map((page) =>
          item(goneAnchor(page), [text(`“${page.title}” is no longer in the docs (${page.on}).`)]),
        ),
      ];
      if (items.length > 0) tree.children.push(listOf(items));
    };
}

function idsOf(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'heading') ids.add(anchorOf(node));
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const id = node.attributes.find((it) => it.type === 'mdxJsxAttribute' && it.name === 'id');
    if (typeof id?.value === 'string') ids.add(id.value);
  });
  return ids;
}

function placeBeforeHeadings(
  tree: Root,
  sameAs: FormerPlaces['sameAs'],
  isFree: (id: string) => boolean,
): void {
  visit(tree, 'heading', (heading, index, parent) => {
    const anchors = (sameAs.get(anchorOf(heading)) ?? []).filter(isFree);
    if (anchors.length === 0 || !parent || index === undefined) return undefined;
    parent.children.splice(index, 0, ...anchors.map(anchorPoint));
    return index + anchors.length + 1;
  });
}

const anchorPoint = (id: string): Paragraph => ({
  type: 'paragraph',
  children: [],
  data: { hName: 'span', hProperties: { id, className: ['anchor'] } },
});

function whereabouts(
  heading: string,
  to: string | null,
  on: string,
  titleOf: TitleOf,
): PhrasingContent[] {
  const name = heading === '' ? 'What stood here' : `“${heading}”`;
  if (to === null) return [text(`${name} is no longer in the docs (${on}).`)];
  const title = titleOf(to.split('#', 1)[0] ?? '') ?? to;
  const link: Link = { type: 'link', url: to, children: [text(title)] };
  return [text(`${name} now stands on the page `), link, text('.')];
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });

const item = (id: string, children: PhrasingContent[]): ListItem => ({
  type: 'listItem',
  children: [{ type: 'paragraph', children }],
  data: { hProperties: { id } },
});

/** Closed until somebody comes by one of its anchors: then browsers open it. */
function listOf(items: ListItem[]): RootContent {
  const summary: Paragraph = {
    type: 'paragraph',
    children: [text('Formerly at this address')],
    data: { hName: 'summary' },
  };
  return {
    type: 'blockquote',
    children: [summary, { type: 'list', ordered: false, spread: false, children: items }],
    data: {
      hName: 'details',
      hProperties: { className: ['former'], dataPagefindIgnore: '', dataMarkdownIgnore: '' },
    },
  };
}
