/** The dialect's constructs and who rewrites each; everything else only passes through. */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { isComponent } from '../../model/components.ts';
import { childrenOf, isJsx, isNamed, paragraph, text } from '../tree.ts';
import { callout } from './callouts.ts';
import { card, cards } from './cards.ts';
import type { FlowTransform, TransformContext } from './context.ts';
import { expressionText } from './expressions.ts';
import { files, wrapBareFiles } from './files.ts';
import * as html from './html.ts';
import { inlineNodes } from './inline.ts';
import { steps, strayStep } from './steps.ts';
import { strayTab, tabs } from './tabs.ts';
import { unknownElement } from './unknown.ts';
import { video } from './video.ts';

const repeat = (names: string[], transform: FlowTransform): Record<string, FlowTransform> =>
  Object.fromEntries(names.map((name) => [name, transform]));

/** Element name → its transform. */
export const FLOW_TRANSFORMS: Readonly<Record<string, FlowTransform>> = {
  Callout: callout,
  Tabs: tabs,
  Tab: strayTab,
  Cards: cards,
  Card: card,
  Steps: steps,
  Step: strayStep,
  Files: files,
  video,
  a: html.anchorBlock,
  p: html.paragraphBlock,
  pre: html.preBlock,
  blockquote: html.quoteBlock,
  details: html.detailsBlock,
  table: html.tableBlock,
  iframe: html.frameBlock,
  ...repeat(['div', 'section', 'span'], html.container),
  ...repeat(['svg', 'path', 'br', 'source'], html.dropped),
  ...repeat(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], html.headingBlock),
  ...repeat(['ul', 'ol'], html.listBlock),
  ...repeat(
    [
      'b',
      'strong',
      'i',
      'em',
      'code',
      'kbd',
      'sub',
      'sup',
      'mark',
      'u',
      'ins',
      's',
      'del',
      'small',
      'img',
    ],
    html.inlineBlock,
  ),
  ...repeat(['li', 'thead', 'tbody', 'tr', 'td', 'th', 'summary'], html.container),
};

/** Where a page stands and what it may say; the two rewriters are made here. */
export type PageContext = Omit<TransformContext, 'flow' | 'phrasing'>;

/** Rewrites a whole tree of the dialect into our vocabulary. */
export function rewrite(tree: Root, page: PageContext): Root {
  const context: TransformContext = {
    ...page,
    flow: (nodes) => wrapBareFiles(nodes).flatMap((node) => rewriteBlock(node, context)),
    phrasing: (nodes) => inlineNodes(nodes, context),
  };
  return { ...tree, children: context.flow(tree.children) };
}

function rewriteBlock(node: RootContent, context: TransformContext): RootContent[] {
  if (isJsx(node)) return rewriteElement(node, context);
  if (node.type === 'mdxFlowExpression') {
    const shown = expressionText(node, context);
    return shown.trim() === '' ? [] : [paragraph([text(shown)])];
  }
  if (node.type === 'heading') {
    return [{ ...node, children: oneLine(trimEnd(context.phrasing(node.children))) }];
  }
  if (node.type === 'paragraph') {
    const children = trimEnd(context.phrasing(node.children));
    return children.every(isBlankText) ? [] : [{ ...node, children }];
  }
  if (node.type === 'table') {
    const children = node.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({
        ...cell,
        children: context.phrasing(cell.children),
      })),
    }));
    return [{ ...node, children }];
  }
  if (!('children' in node)) return [node];
  return [{ ...node, children: context.flow(node.children) } as RootContent];
}

function rewriteElement(node: RootContent, context: TransformContext): RootContent[] {
  if (!isJsx(node)) return [node];
  const name = node.name ?? '';
  const transform = Object.hasOwn(FLOW_TRANSFORMS, name) ? FLOW_TRANSFORMS[name] : undefined;
  if (transform) return transform(node, context).map((made) => placed(made, node));
  if (isComponent(name)) {
    return [{ ...node, children: context.flow(childrenOf(node)) } as RootContent];
  }
  return unknownElement(node, context);
}

/** What a transform makes stands where its element stood: findings about it name that line. */
const placed = (made: RootContent, origin: RootContent): RootContent =>
  made.position || !origin.position ? made : { ...made, position: origin.position };

/** A heading underlined with dashes may span lines; one written with `#` stands on one. */
const oneLine = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.map((node): PhrasingContent => {
    if (node.type === 'break' || isNamed(node, 'br')) return text(' ');
    if (node.type === 'text')
      return { ...node, value: node.value.replace(/(?<!\s)\s*\n\s*/g, ' ') };
    if (!('children' in node)) return node;
    return { ...node, children: oneLine(node.children as PhrasingContent[]) } as PhrasingContent;
  });

/** What is left of a sentence after a comment or `{' '}` at its end went. */
function trimEnd(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  const value = last.value.trimEnd();
  return value === '' ? trimEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { ...last, value }];
}

const isBlankText = (node: PhrasingContent): boolean =>
  node.type === 'text' && node.value.trim() === '';
