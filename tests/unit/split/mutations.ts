/** The faults that a transform could have: a child of a page's tree moved, swapped, doubled, lost. */
import type { Root, RootContent } from 'mdast';

interface Parent {
  type: string;
  name?: string | null;
  children: RootContent[];
}

/** One fault, to be made in a tree of the same shape. */
export interface Fault {
  what: 'drop' | 'double' | 'swap' | 'move' | 'lift';
  /** Number of the parent among all parents of the tree, and of the child in it. */
  parent: number;
  child: number;
}

/** Anchors, breaks and blanks say nothing: nobody misses them. */
function saysNothing(node: RootContent): boolean {
  const { name, value } = node as { name?: string; value?: string };
  if (node.type === 'text') return value?.trim() === '';
  const isSilent = ['break', 'thematicBreak', 'mdxTextExpression'].includes(node.type);
  return isSilent || name === 'br' || name === 'Anchor';
}

/** Does the proof notice what leaves an element at its end? A step and a card have no end in a source. */
const hasEnd = (node: Parent, around: readonly Parent[]): boolean =>
  ['TabItem', 'Aside', 'details'].includes(node.name ?? '') ||
  node.type === 'blockquote' ||
  (node.type === 'listItem' && around.at(-2)?.name !== 'Steps');

/** Every parent of a tree, each with the parents around it, the outermost first. */
function parentsOf(tree: Root): { node: Parent; around: Parent[] }[] {
  const found: { node: Parent; around: Parent[] }[] = [];
  const walk = (node: Parent, around: Parent[]): void => {
    found.push({ node, around });
    for (const child of node.children) {
      if ('children' in child) walk(child as Parent, [...around, node]);
    }
  };
  walk(tree, []);
  return found;
}

/** All faults that a reader of the page could notice. */
export function faultsIn(tree: Root): Fault[] {
  return parentsOf(tree).flatMap(({ node, around }, parent) =>
    node.children.flatMap((one, child): Fault[] => {
      const after = node.children.slice(child + 1);
      if (saysNothing(one)) return [];
      const others = after.filter((other) => !saysNothing(other));
      const canLift = after.length === 0 && around.length > 0 && hasEnd(node, around);
      const kinds: [Fault['what'], boolean][] = [
        ['drop', true],
        ['double', true],
        ['swap', others.length > 0],
        ['move', others.length > 1],
        ['lift', canLift],
      ];
      return kinds.flatMap(([what, can]) => (can ? [{ what, parent, child }] : []));
    }),
  );
}

/** A copy of the tree with the fault in it. */
export function withFault(tree: Root, { what, parent, child }: Fault): Root {
  const copy = structuredClone(tree);
  const { node, around } = parentsOf(copy)[parent] ?? { node: copy, around: [] };
  const { children } = node;
  const [one] = children.slice(child, child + 1);
  if (!one) throw new Error(`the tree has no child ${child} in parent ${parent}`);
  const next = children.findIndex((other, at) => at > child && !saysNothing(other));
  const outer = around.at(-1)?.children ?? [];
  if (what === 'double') children.splice(child, 0, structuredClone(one));
  else if (what === 'swap')
    children.splice(next, 1, ...children.splice(child, 1, ...children.slice(next, next + 1)));
  else children.splice(child, 1);
  if (what === 'move') children.push(one);
  if (what === 'lift') outer.splice(outer.indexOf(node as never) + 1, 0, one);
  return copy;
}
