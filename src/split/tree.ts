/** Small words for working on mdast with JSX in it: builders, questions, attribute reading. */
import { toString } from 'mdast-util-to-string';
import type { Heading, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { readLiteral, type Literal } from './literal.ts';

/** An element of MDX, among blocks or among words. */
export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Line of a node in the page's body, from 1. */
export const lineOf = (node: { position?: { start: { line: number } } | undefined }): number =>
  node.position?.start.line ?? 1;

/** Is the node an element of MDX? */
export const isJsx = (node: { type: string }): node is JsxElement =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** What stands in an element, as blocks: mdast's types know fewer parents than MDX has. */
export const childrenOf = (node: { children: readonly unknown[] }): RootContent[] =>
  node.children as RootContent[];

/** Is the node an element of this name? */
export const isNamed = <Name extends string>(
  node: { type: string },
  name: Name,
): node is JsxElement & { name: Name } => isJsx(node) && node.name === name;

/** Cuts a list of nodes into runs that all are, or all aren't, what is asked for. */
export function runsOf(
  nodes: readonly RootContent[],
  isWanted: (node: RootContent) => boolean,
): RootContent[][] {
  const runs: RootContent[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last?.[0] && isWanted(last[0]) === isWanted(node)) last.push(node);
    else runs.push([node]);
  }
  return runs;
}

/** The inline content of blocks, with a space between one block and the next. */
export function phrasingOf(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node, i): PhrasingContent[] => {
    const gap = i > 0 ? [text(' ')] : [];
    if (node.type === 'paragraph' || node.type === 'heading') return [...gap, ...node.children];
    if ('children' in node) return [...gap, ...phrasingOf(childrenOf(node))];
    return toString(node) === '' ? [] : [...gap, text(toString(node))];
  });
}

/** The words of inline content, with a space for every line break and none doubled. */
export function wordsOf(nodes: readonly PhrasingContent[]): string {
  const read = (node: PhrasingContent): string => {
    if (node.type === 'break' || isNamed(node, 'br')) return ' ';
    if ('children' in node) return (node.children as PhrasingContent[]).map(read).join('');
    return node.type === 'text' || node.type === 'inlineCode' ? node.value : '';
  };
  return nodes.map(read).join('').replace(/\s+/g, ' ').trim();
}

/** A block-level element; attributes with an undefined value are left out, `true` means bare. */
export function element(
  name: string,
  attributes: Record<string, string | true | undefined> = {},
  children: RootContent[] = [],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).flatMap(([key, value]): MdxJsxAttribute[] =>
      value === undefined
        ? []
        : [{ type: 'mdxJsxAttribute', name: key, value: value === true ? null : value }],
    ),
    children: children as MdxJsxFlowElement['children'],
  };
}

/** Words. */
export const text = (value: string): PhrasingContent => ({ type: 'text', value });

/** A paragraph. */
export const paragraph = (children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children,
});

/** A heading of a depth from 1 to 6; others become the nearest of these. */
export const heading = (depth: number, children: PhrasingContent[]): Heading => ({
  type: 'heading',
  depth: Math.min(Math.max(depth, 1), 6) as Heading['depth'],
  children,
});

/** An item of a list; a spread one has blank lines between its blocks. */
export const listItem = (children: RootContent[], spread = false): ListItem => ({
  type: 'listItem',
  spread,
  children: children as ListItem['children'],
});

/** A list, ordered from 1, of which one spread item makes the whole spread. */
export const list = (children: ListItem[], ordered = false): List => ({
  type: 'list',
  ordered,
  start: ordered ? 1 : null,
  spread: children.some((item) => item.spread),
  children,
});

/** What an attribute says: its string, its literal, or the source of an expression nobody runs. */
export type AttributeValue =
  { kind: 'literal'; value: Literal } | { kind: 'expression'; source: string };

/** The value of an attribute, or undefined when the element lacks it. A bare one is `true`. */
export function attributeValue(node: JsxElement, name: string): AttributeValue | undefined {
  const attribute = node.attributes.find(
    (candidate): candidate is MdxJsxAttribute =>
      candidate.type === 'mdxJsxAttribute' && candidate.name === name,
  );
  if (!attribute) return undefined;
  const { value } = attribute;
  if (value == null) return { kind: 'literal', value: true };
  if (typeof value === 'string') return { kind: 'literal', value };
  const literal = readLiteral(value.value);
  return literal === undefined
    ? { kind: 'expression', source: value.value.trim() }
    : { kind: 'literal', value: literal };
}

/** An attribute that is text; a number reads as its digits. */
export function attributeText(node: JsxElement, name: string): string | undefined {
  const found = attributeValue(node, name);
  if (found?.kind !== 'literal') return undefined;
  return typeof found.value === 'string' || typeof found.value === 'number'
    ? String(found.value)
    : undefined;
}

/** Has the element this attribute, whatever it says? */
export const hasAttribute = (node: JsxElement, name: string): boolean =>
  attributeValue(node, name) !== undefined;
