/** `[text][ref]` and `![alt][ref]` → links and images with their addresses in place. */
import type { Definition, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** Tree → tree without references and definitions that something refers to. */
export function inlineReferences(tree: Root): Root {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return tree;
  const used = new Set<string>();
  const inline = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.map((node): RootContent => {
      const isReference = node.type === 'linkReference' || node.type === 'imageReference';
      const definition = isReference ? definitions.get(node.identifier) : undefined;
      const children =
        'children' in node ? { children: inline(node.children as RootContent[]) } : {};
      if (!isReference || !definition) return { ...node, ...children } as RootContent;
      used.add(node.identifier);
      const { url, title } = definition;
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
