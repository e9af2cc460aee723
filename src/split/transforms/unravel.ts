/**
 * MDX reads a block component that has text on its line, or text glued above it, as part of a
 * paragraph. This takes such blocks out, so that every later transform meets blocks as blocks.
 */
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { element, isJsx, isNamed, paragraph, type JsxElement } from '../tree.ts';

/** Elements that are part of a sentence; all others are blocks wherever they stand. */
export const INLINE: ReadonlySet<string> = new Set([
  ...['a', 'b', 'br', 'code', 'del', 'em', 'i', 'ins', 'kbd', 'mark', 's', 'small', 'span'],
  ...['strong', 'sub', 'sup', 'svg', 'u', 'Figure', 'Anchor', 'LinkButton'],
]);

const isBlock = (node: PhrasingContent): node is JsxElement & PhrasingContent =>
  isJsx(node) && !INLINE.has(node.name ?? '');

/** Tree → tree with no block element inside a paragraph, and no blank paragraph. */
export function unravel(tree: Root): Root {
  return { ...tree, children: unravelBlocks(tree.children) };
}

function unravelBlocks(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'paragraph') return splitParagraph(node);
    if ('children' in node && node.type !== 'heading' && node.type !== 'table') {
      return [{ ...node, children: unravelBlocks(node.children) } as RootContent];
    }
    return [node];
  });
}

function splitParagraph(node: Paragraph): RootContent[] {
  if (!node.children.some(isBlock)) return isBlank(node.children) ? [] : [node];
  return splitPhrasing(node.children).map((part) =>
    part.type === 'paragraph' && node.position
      ? { ...part, position: part.children[0]?.position ?? node.position }
      : part,
  );
}

/** A run of inline content → paragraphs and the blocks between them. */
function splitPhrasing(nodes: readonly PhrasingContent[]): (RootContent & { type: string })[] {
  const parts: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const flush = (): void => {
    const trimmed = trimEdges(run);
    if (!isBlank(trimmed)) parts.push(paragraph(trimmed));
    run = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) run.push(node);
    else {
      flush();
      parts.push(asFlow(node));
    }
  }
  flush();
  return parts;
}

function asFlow(node: JsxElement): RootContent {
  const children = splitPhrasing(node.children as PhrasingContent[]);
  const flow = { ...element(node.name ?? '', {}, children), attributes: node.attributes };
  return node.position ? { ...flow, position: node.position } : flow;
}

const isBlank = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.every((node) => node.type === 'text' && node.value.trim() === '');

/** A run of inline content without white space and line breaks at its ends. */
export function trimEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isSpace = (node: PhrasingContent | undefined): boolean =>
    node?.type === 'break' ||
    (node?.type === 'text' && node.value.trim() === '') ||
    (node !== undefined && isNamed(node, 'br'));
  const start = nodes.findIndex((node) => !isSpace(node));
  const end = nodes.findLastIndex((node) => !isSpace(node));
  return (start < 0 ? [] : nodes.slice(start, end + 1)).map((node, i, run) => {
    if (node.type !== 'text') return node;
    const value = i === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: i === run.length - 1 ? value.trimEnd() : value };
  });
}
