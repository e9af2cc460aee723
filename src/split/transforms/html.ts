/**
 * HTML in the dialect: words and links stay, presentation (divs, classes, svg) goes. Promo boxes
 * become cards, styled anchors become buttons or link cards, empty divs with an id become anchors.
 */
import { toString } from 'mdast-util-to-string';
import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import {
  attributeText,
  childrenOf,
  element,
  heading,
  isJsx,
  isNamed,
  list,
  listItem,
  paragraph,
  phrasingOf,
  text,
  type JsxElement,
} from '../tree.ts';
import type { FlowTransform } from './context.ts';
import { gridRuns } from './grid.ts';
import { asTitle } from './titles.ts';

/** Drops an element and all in it: svg and its paths say nothing in words. */
export const dropped: FlowTransform = () => [];

/** Keeps what stands inside; an id stays as an anchor. A `not-prose` box becomes a card. */
export const container: FlowTransform = (node, context) => {
  const id = attributeText(node, 'id');
  const anchor = id === undefined ? [] : [element('Anchor', { id })];
  const isBox = /(^|\s)not-prose(\s|$)/.test(attributeText(node, 'className') ?? '');
  const content = isBox ? promoBox(node, context) : gridRuns(context.flow(childrenOf(node)));
  return [...anchor, ...content];
};

/** A box with an `<h3>` of its own becomes a card of that title. */
const promoBox: FlowTransform = (node, context) => {
  const content = context.flow(childrenOf(node));
  const name = toString(findFirst(node, 'h3')).trim();
  const at = content.findIndex(
    (child) => child.type === 'heading' && toString(child).trim() === name,
  );
  const title = content[at];
  // Else it has no title, or that was the title of a box within this one.
  if (title?.type !== 'heading') return content;
  const isPlain = title.children.every(({ type }) => type === 'text' || type === 'inlineCode');
  const rest = content.slice(at + 1);
  return [
    ...content.slice(0, at),
    ...(isPlain
      ? [element('Card', { title: asTitle(title.children) }, rest)]
      : [paragraph([{ type: 'strong', children: title.children }]), ...rest]),
  ];
};

function findFirst(node: JsxElement, name: string): JsxElement | undefined {
  for (const child of childrenOf(node)) {
    if (!isJsx(child)) continue;
    const found = child.name === name ? child : findFirst(child, name);
    if (found) return found;
  }
  return undefined;
}

/** `<a>` as a block: one text is a button; a text and more below it a link card. */
export const anchorBlock: FlowTransform = (node, context) => {
  const href = attributeText(node, 'href');
  const content = context.flow(childrenOf(node));
  if (href === undefined) return content;
  const texts = content.map((child) => toString(child).replace(/\s+/g, ' ').trim()).filter(Boolean);
  const [title = href, ...rest] = texts;
  if (rest.length > 0) return [element('LinkCard', { title, href, description: rest.join(' ') })];
  return [paragraph([inlineElement('LinkButton', { href, variant: 'secondary' }, [text(title)])])];
};

/** `<h1>` to `<h6>`. */
export const headingBlock: FlowTransform = (node, context) => {
  const depth = Number(node.name?.slice(1));
  return [heading(depth, phrasingOf(context.flow(childrenOf(node))))];
};

/** `<p>`: its inline content as a paragraph; blocks in it stay blocks. */
export const paragraphBlock: FlowTransform = (node, context) => context.flow(childrenOf(node));

/** `<strong>`, `<em>`, `<code>` on lines of their own. */
export const inlineBlock: FlowTransform = (node, context) => {
  const inline = { ...node, type: 'mdxJsxTextElement', children: phrasingOf(childrenOf(node)) };
  return [paragraph(context.phrasing([inline as PhrasingContent]))];
};

/** `<ul>` and `<ol>`, item by item. */
export const listBlock: FlowTransform = (node, context) => [
  list(
    childrenOf(node).map((child) =>
      listItem(context.flow(isNamed(child, 'li') ? childrenOf(child) : [child])),
    ),
    node.name === 'ol',
  ),
];

/** `<blockquote>`. */
export const quoteBlock: FlowTransform = (node, context) => [
  { type: 'blockquote', children: context.flow(childrenOf(node)) as never },
];

/** `<pre>`: code as it stands. */
export const preBlock: FlowTransform = (node) => [{ type: 'code', value: toString(node) }];

/** An embedded page is a link to it: nothing foreign runs in a reader's browser. */
export const frameBlock: FlowTransform = (node) => {
  const src = attributeText(node, 'src');
  const title = text(attributeText(node, 'title') ?? src ?? '');
  return [paragraph([src === undefined ? title : { type: 'link', url: src, children: [title] }])];
};

/** `<details>`/`<summary>` stay HTML: they are the browser's own disclosure. */
export const detailsBlock: FlowTransform = (node, context) => {
  const children = childrenOf(node);
  const at = children.findIndex((child) => isNamed(child, 'summary'));
  if (at < 0) return [element('details', {}, context.flow(children))];
  const label = phrasingOf(context.flow(children.slice(at, at + 1)));
  return [
    element('details', {}, [
      ...context.flow(children.slice(0, at)),
      paragraph([inlineElement('summary', {}, label)]),
      ...context.flow(children.slice(at + 1)),
    ]),
  ];
};

/** MDX drops the paragraph around an element that stands alone in it, so this is no `<p>`. */
const inlineElement = (
  name: string,
  attributes: Record<string, string>,
  label: PhrasingContent[],
): PhrasingContent =>
  ({
    ...element(name, attributes),
    type: 'mdxJsxTextElement',
    children: label,
  }) as PhrasingContent;

/** An HTML table becomes a Markdown table; line breaks in cells become spaces. */
export const tableBlock: FlowTransform = (node, context) => {
  const rows = findAll(node, 'tr').map((row): TableRow => ({
    type: 'tableRow',
    children: childrenOf(row)
      .filter(
        (cell): cell is JsxElement & RootContent => isNamed(cell, 'td') || isNamed(cell, 'th'),
      )
      .map((cell) => ({ type: 'tableCell', children: phrasingOf(context.flow(childrenOf(cell))) })),
  }));
  const width = Math.max(0, ...rows.map((row) => row.children.length));
  for (const row of rows) {
    while (row.children.length < width) row.children.push({ type: 'tableCell', children: [] });
  }
  return rows.length > 0 ? [{ type: 'table', children: rows }] : [];
};

function findAll(node: JsxElement, name: string): JsxElement[] {
  return childrenOf(node)
    .filter((child): child is JsxElement & RootContent => isJsx(child))
    .flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
}
