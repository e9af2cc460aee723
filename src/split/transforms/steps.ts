/** `<Steps>` with `<Step>` children, or around headings → `<Steps>` around one ordered list. */
import type { RootContent } from 'mdast';
import { childrenOf, element, isNamed, lineOf, list, listItem } from '../tree.ts';
import type { FlowTransform, TransformContext } from './context.ts';
import { saidBy } from './unknown.ts';

/**
 * Numbered steps. Headings stay headings inside their step, so their anchors and their place in the
 * table of contents stay too. What stands before the first step stands before the list.
 */
export const steps: FlowTransform = (node, context) => {
  const children = childrenOf(node);
  if (isOneOrderedList(children)) return [element('Steps', {}, context.flow(children))];
  const { before, groups } = children.some((child) => isNamed(child, 'Step'))
    ? groupByStep(children, context)
    : groupByHeading(context.flow(children));
  const items = groups.filter((group) => group.length > 0).map((group) => listItem(group, true));
  if (items.length === 0) {
    context.findings.add(
      'empty-steps',
      'info',
      lineOf(node),
      '<Steps> without steps is shown in place',
    );
    return before;
  }
  return [...before, element('Steps', {}, [list(items, true)])];
};

/** A `<Step>` outside `<Steps>` is a step of its own. */
export const strayStep: FlowTransform = (node, context) =>
  steps(element('Steps', {}, [node as RootContent]), context);

const isOneOrderedList = (nodes: readonly RootContent[]): boolean =>
  nodes.length === 1 && nodes[0]?.type === 'list' && nodes[0].ordered === true;

interface Groups {
  before: RootContent[];
  groups: RootContent[][];
}

function groupByStep(children: readonly RootContent[], context: TransformContext): Groups {
  const before: RootContent[] = [];
  const groups: RootContent[][] = [];
  for (const child of children) {
    if (isNamed(child, 'Step')) {
      groups.push([...saidBy(child, context), ...context.flow(childrenOf(child))]);
    } else (groups.at(-1) ?? before).push(...context.flow([child]));
  }
  return { before, groups };
}

/** The shallowest headings begin the steps; deeper ones stay inside. */
function groupByHeading(children: readonly RootContent[]): Groups {
  const depths = children.flatMap((child) => (child.type === 'heading' ? [child.depth] : []));
  const depth = Math.min(...depths);
  const before: RootContent[] = [];
  const groups: RootContent[][] = [];
  for (const child of children) {
    if (child.type === 'heading' && child.depth === depth) groups.push([child]);
    else (groups.at(-1) ?? before).push(child);
  }
  return { before, groups };
}
