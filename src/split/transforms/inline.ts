/** HTML inside a sentence → the Markdown for it; what has none stays as a bare element. */
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isComponent, isKeptHtml } from '../../model/components.ts';
import { isAttention, isOfWord, neighbours, type Attention } from '../../model/emphasis.ts';
import { attributeText, isJsx, text, type JsxElement } from '../tree.ts';
import type { TransformContext } from './context.ts';
import { expressionText } from './expressions.ts';
import { noteUnknown, pictureOf, proseInLine } from './unknown.ts';

/** Does the element stay within a line? A disclosure stays as a block only. */
const isKept = (name: string): boolean =>
  isKeptHtml(name) && name !== 'details' && name !== 'summary';

/** Rewrites inline content. */
export function inlineNodes(
  nodes: readonly PhrasingContent[],
  context: TransformContext,
): PhrasingContent[] {
  const rewritten = nodes.flatMap((node) => inlineNode(node, context));
  return rewritten.flatMap((node, at) =>
    isAttention(node) ? withClosedEdges(node, neighbours(rewritten, at)) : [node],
  );
}

/**
 * Emphasis as Markdown can write it: blanks at its edges stand outside (`<b>so </b>`), and where its
 * edge is a sign or code that a letter touches (`<b>"so"</b>me`), it is no emphasis.
 */
function withClosedEdges(node: Attention, [before, after]: [string, string]): PhrasingContent[] {
  const all = toString(node);
  const lead = /^\s/.test(all) ? ' ' : '';
  const trail = /\s$/.test(all) ? ' ' : '';
  const children = node.children.flatMap((child, at): PhrasingContent[] => {
    if (child.type !== 'text') return [child];
    const start = at === 0 ? child.value.trimStart() : child.value;
    const value = at === node.children.length - 1 ? start.trimEnd() : start;
    return value === '' ? [] : [{ ...child, value }];
  });
  const [first, last] = [children.at(0), children.at(-1)];
  if (!first) return all === '' ? [] : [text(' ')];
  const isFirm = (edge: PhrasingContent | undefined, at: 0 | -1): boolean =>
    edge?.type === 'text' && isOfWord(edge.value.at(at) ?? '');
  const isLoose =
    (isOfWord(lead || before) && !isFirm(first, 0)) ||
    (isOfWord(trail || after) && !isFirm(last, -1));
  return isLoose
    ? node.children
    : [...(lead ? [text(lead)] : []), { ...node, children }, ...(trail ? [text(trail)] : [])];
}

/** Rewrites one inline node; children first. */
function inlineNode(node: PhrasingContent, context: TransformContext): PhrasingContent[] {
  if (node.type === 'mdxTextExpression') {
    const shown = expressionText(node, context);
    return shown === '' ? [] : [text(shown)];
  }
  if (!isJsx(node)) {
    if (!('children' in node)) return [node];
    return [{ ...node, children: context.phrasing(node.children) } as PhrasingContent];
  }
  return inlineElement(node, context);
}

function inlineElement(node: JsxElement, context: TransformContext): PhrasingContent[] {
  const name = node.name ?? '';
  const children = context.phrasing(node.children as PhrasingContent[]);
  switch (name) {
    case 'a': {
      const url = attributeText(node, 'href');
      return url === undefined ? children : [{ type: 'link', url, children }];
    }
    case 'strong':
    case 'b':
      return [{ type: 'strong', children }];
    case 'em':
    case 'i':
      return [{ type: 'emphasis', children }];
    case 'code':
      return [
        {
          type: 'inlineCode',
          value: children.map((child) => ('value' in child ? child.value : '')).join(''),
        },
      ];
    case 'img': {
      const alt = attributeText(node, 'alt') ?? '';
      return [{ type: 'image', url: attributeText(node, 'src') ?? '', alt }];
    }
    case 'svg':
      return [];
    default:
      if (isKept(name)) return [{ ...node, attributes: [], children } as PhrasingContent];
      return isComponent(name)
        ? [{ ...node, children } as PhrasingContent]
        : [...saidInLine(node, context), ...children];
  }
}

/** What an unknown element within a line says in its attributes. */
function saidInLine(node: JsxElement, context: TransformContext): PhrasingContent[] {
  if (/^[A-Z]/.test(node.name ?? '')) noteUnknown(node, context);
  const picture = pictureOf(node);
  const prose = proseInLine(node);
  return [
    ...(picture ? [{ type: 'image' as const, ...picture }] : []),
    ...(prose === '' ? [] : [text(prose)]),
  ];
}
