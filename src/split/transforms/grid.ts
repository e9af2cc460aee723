/** Cards that stand side by side form a grid, buttons a line. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { element, isNamed, paragraph, text } from '../tree.ts';

/** Does the node stand in a grid of cards? */
export const isCardLike = (node: RootContent): boolean =>
  isNamed(node, 'LinkCard') || isNamed(node, 'Card');

/** Puts runs of two or more link cards into a `<CardGrid>`, and runs of buttons into one line. */
export function gridRuns(nodes: readonly RootContent[]): RootContent[] {
  const runs: RootContent[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    const kind = runKind(node);
    if (last?.[0] && kind !== undefined && runKind(last[0]) === kind) last.push(node);
    else runs.push([node]);
  }
  return runs.flatMap((run) => {
    const [first, ...rest] = run;
    if (!first || rest.length === 0) return run;
    return [runKind(first) === 'cards' ? element('CardGrid', {}, run) : buttonLine(run)];
  });
}

function runKind(node: RootContent): 'cards' | 'buttons' | undefined {
  if (isNamed(node, 'LinkCard')) return 'cards';
  const isButtons = node.type === 'paragraph' && node.children.every(isButtonOrSpace);
  return isButtons ? 'buttons' : undefined;
}

const isButtonOrSpace = (node: PhrasingContent): boolean =>
  isNamed(node, 'LinkButton') || (node.type === 'text' && node.value === ' ');

const buttonLine = (run: readonly RootContent[]): Paragraph =>
  paragraph(
    run.flatMap((node, i) =>
      node.type === 'paragraph' ? [...(i > 0 ? [text(' ')] : []), ...node.children] : [],
    ),
  );
