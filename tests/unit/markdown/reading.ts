/**
 * What stands in a page, read from its MDX and from its Markdown in ways that share no code with
 * `src/markdown`: the witnesses of the proofs over all pages.
 */
import type { Code, Heading, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

const FRONTMATTER = /^---\n[\s\S]*?\n---\n/;
const mdxParser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
const markdownParser = unified().use(remarkParse).use(remarkGfm);

/** An MDX page's tree, without imports and comments. Not to be changed: parsed once a text. */
export const parseMdx = once((text: string): Root => {
  const tree = mdxParser.parse(text.replace(FRONTMATTER, ''));
  visit(tree, (node, index, parent) => {
    if (!/^mdx(jsEsm|FlowExpression|TextExpression)$/.test(node.type)) return undefined;
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return tree;
});

/** A Markdown text's tree as any CommonMark and GFM reader sees it. Likewise. */
export const parseMarkdown = once((text: string): Root => {
  return markdownParser.parse(text.replace(FRONTMATTER, ''));
});

function once<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const value = made.get(text) ?? make(text);
    made.set(text, value);
    return value;
  };
}

/** All nodes, in the order in which they are read. */
export function inOrder(tree: Nodes): Nodes[] {
  const found: Nodes[] = [];
  visit(tree, (node) => {
    found.push(node);
  });
  return found;
}

/** The nodes of a type, in order. */
export function all<Type extends Nodes['type']>(
  tree: Nodes,
  type: Type,
): Extract<Nodes, { type: Type }>[] {
  return inOrder(tree).filter((node): node is Extract<Nodes, { type: Type }> => node.type === type);
}

/** All JSX elements, in order. */
export function elements(tree: Nodes): Element[] {
  return inOrder(tree).filter(isElement);
}

/** The number of each heading that opens a step. */
export function stepNumbers(tree: Root): Map<Heading, number> {
  const steps = elements(tree).filter(({ name }) => name === 'Steps');
  const lists = steps.flatMap(({ children }) => children.filter((one) => one.type === 'list'));
  return new Map(
    lists.flatMap(({ start, children }) =>
      children.flatMap(({ children: [first] }, index) =>
        first?.type === 'heading' ? [[first, (start ?? 1) + index] as const] : [],
      ),
    ),
  );
}

export function isElement(node: Nodes): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

export function attributeOf(element: Element, name: string): string | undefined {
  const attribute = element.attributes.find((one) => 'name' in one && one.name === name);
  return typeof attribute?.value === 'string' ? attribute.value : undefined;
}

/** A fence as a reader sees it: info string and content. */
export function fence({ lang, meta, value }: Code): string {
  return `${[lang, meta].filter(Boolean).join(' ')}\n${value}`;
}

/** Is this fence what the Markdown draws for a `<FileTree>`? */
export function isDrawnTree(code: string): boolean {
  return /^text\n[├└]── /.test(code);
}

export function headingText(heading: Heading): string {
  return toString(heading).trim();
}

/** Each row of each table, cells as plain text. */
export function rows(tree: Root): string[][] {
  return all(tree, 'tableRow').map((row) => row.children.map((cell) => toString(cell).trim()));
}

/** Attributes whose text readers see, in the order in which they see it. */
const VISIBLE = ['label', 'title', 'description', 'alt'];

/**
 * All words outside fences and file trees, in order: of text, code spans, alternative texts, and
 * of components' titles, labels and descriptions.
 */
export function words(tree: Nodes): string[] {
  const found: (string | null | undefined)[] = [];
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') found.push(node.value);
    if (node.type === 'image') found.push(node.alt);
    if (!isElement(node)) return undefined;
    if (node.name === 'FileTree') return SKIP;
    found.push(...VISIBLE.map((name) => attributeOf(node, name)));
    return undefined;
  });
  return wordsOf(found);
}

/** The names in a `<FileTree>`. */
export function treeNames(tree: Element): string[] {
  const names: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') names.push(node.value);
  });
  return wordsOf(names);
}

function wordsOf(texts: readonly (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => (text ?? '').split(/\s+/)).filter(Boolean);
}

/** The first of the words that is not found in order in the other list, or undefined. */
export function firstMissing(
  wanted: readonly string[],
  given: readonly string[],
): string | undefined {
  let at = 0;
  for (const [index, word] of wanted.entries()) {
    const next = given.indexOf(word, at);
    if (next < 0) return wanted.slice(Math.max(0, index - 5), index + 1).join(' ');
    at = next + 1;
  }
  return undefined;
}
