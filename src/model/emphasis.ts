/** How emphasis is written in Markdown: `_so_`, and inside a *w*ord with stars, as `_` needs its end. */
import type { Delete, Emphasis, Nodes, PhrasingContent, Strong } from 'mdast';
import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';

/** Is this a character of a word? */
export const isOfWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** What makes words stand out, with marks that must touch them. */
export type Attention = Emphasis | Strong | Delete;

/** Is the node such? */
export const isAttention = (node: Nodes): node is Attention =>
  ['emphasis', 'strong', 'delete'].includes(node.type);

/** The characters between which the node at a place stands; `''` for what is no text. */
export const neighbours = (nodes: readonly PhrasingContent[], at: number): [string, string] => {
  const [before, after] = [nodes[at - 1], nodes[at + 1]];
  return [
    before?.type === 'text' ? before.value.slice(-1) : '',
    after?.type === 'text' ? after.value.slice(0, 1) : '',
  ];
};

/**
 * The handler of mdast-util-to-markdown for the emphasis in a tree. With `_` alone it writes the
 * letters beside emphasis inside a word as character references.
 */
export function emphasisIn(tree: Nodes): Handle & { attention: object; peek: Handle } {
  const inWords = new Set<Nodes>();
  const mark = (nodes: readonly PhrasingContent[], outer: readonly [string, string]): void => {
    nodes.forEach((node, at) => {
      const [before, after] = neighbours(nodes, at);
      const beside = [
        at === 0 ? outer[0] : before,
        at === nodes.length - 1 ? outer[1] : after,
      ] as const;
      if (node.type === 'emphasis' && beside.some(isOfWord)) inWords.add(node);
      if ('children' in node) {
        mark(node.children as PhrasingContent[], isAttention(node) ? beside : ['', '']);
      }
    });
  };
  if ('children' in tree) mark(tree.children as PhrasingContent[], ['', '']);
  const markersOf = (node: Emphasis): string[] => (inWords.has(node) ? ['*', '_'] : ['_', '*']);
  const write: Handle = (...given) => defaultHandlers.emphasis(...given);
  return Object.assign(write, {
    attention: (node: Emphasis) => ({
      construct: 'emphasis' as const,
      markers: markersOf(node),
      sizes: [1],
    }),
    peek: (node: Emphasis) => markersOf(node)[0] ?? '',
  });
}
