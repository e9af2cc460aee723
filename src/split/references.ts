/** `[text][ref]` and `![alt][ref]` → links and images with their addresses in place. */
import { ParseError } from './parse.ts';
import type { Definition, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** Characters that the addresses of references may add to a page. */
const MAX_GROWTH = 1_000_000;

/**
 * Tree → tree without references and definitions that something refers to.
 * @throws ParseError when the addresses would make the page too long.
 */
export function inlineReferences(tree: Root): Root {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return tree;
  const used = new Set<string>();
  let growth = 0;
  const inline = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.map((node): RootContent => {
      const isReference = node.type === 'linkReference' || node.type === 'imageReference';
      const definition = isReference ? definitions.get(node.identifier) : undefined;
      const children =
        'children' in node ? { children: inline(node.children as RootContent[]) } : {};
      if (!isReference || !definition) return { ...node, ...children } as RootContent;
      used.add(node.identifier);
      const { url, title } = definition;
      growth += url.length;
      if (growth > MAX_GROWTH) throw tooLong(definition);
      return node.type === 'imageReference'
        ? { ...node, type: 'image', url, title }
        : ({ ...node, ...children, type: 'link', url, title } as RootContent);
    });
  const children = inline(tree.children);
  return {
    ...tree,
    children: children.filter((node) => node.type !== 'definition' || !used.has(node.identifier)),
  };
}

function tooLong({ url, position }: Definition): ParseError {
  const message = `the references to this address of ${url.length} characters would fill megabytes; shorten it`;
  return new ParseError('long-address', message, position?.start.line ?? 1);
}
