/** The walk over a page's tree: MDX nodes in, plain Markdown nodes out. */
import type { List, PhrasingContent, RootContent } from 'mdast';
import { isKeptHtml } from '../model/components.ts';
import { HANDLERS } from './components.ts';
import type { Handler, Inside, MarkdownContext } from './context.ts';
import { readComponent, type Element } from './element.ts';
import { htmlElement } from './html.ts';
import { paragraph } from './nodes.ts';
import { PageError } from './place.ts';

/** One comment and no more: between two there could be code. */
const COMMENT = /^\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*$/;

/**
 * Turns a page's nodes into nodes that CommonMark and GFM know (and alerts and anchor points).
 * Imports and comments go. The nodes given are left as they are.
 * @throws PageError for JSX outside the vocabulary and for any other code.
 */
export function transform(nodes: readonly RootContent[], context: MarkdownContext): RootContent[] {
  return render(nodes, { ...context, tabs: [], render });
}

function render(nodes: readonly RootContent[], context: Inside): RootContent[] {
  return joinLinkCards(nodes.flatMap((node) => renderNode(node, context)));
}

function renderNode(node: RootContent, context: Inside): RootContent[] {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return renderElement(node, context);
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (COMMENT.test(node.value)) return [];
      throw new PageError(context.file, node, `unexpected {${node.value}}, expected Markdown`);
    case 'mdxjsEsm':
      if (/^import\s/.test(node.value) && !/^export\s/m.test(node.value)) return [];
      throw new PageError(context.file, node, 'unexpected export, expected only imports');
    case 'link':
    case 'definition':
    case 'image':
      return [withChildren({ ...node, url: context.link(node.url) }, context)];
    case 'paragraph':
      return node.children.length > 0 ? nonEmpty(withChildren(node, context)) : [];
    default:
      return [withChildren(node, context)];
  }
}

function renderElement(element: Element, context: Inside): RootContent[] {
  if (isKeptHtml(element.name)) return htmlElement(element.name, element, context);
  const component = readComponent(element, context.file);
  const handler: Handler = HANDLERS[component.name];
  const isBlock = element.type === 'mdxJsxFlowElement';
  if ('words' in handler) {
    const words = handler.words(component, context);
    return isBlock && !words.every(isAnchorPoint) ? [paragraph(words)] : words;
  }
  if (isBlock) return handler.blocks(component, context);
  throw new PageError(
    context.file,
    element,
    `<${component.name}> stands in a line of text, expected it on lines of its own`,
  );
}

function withChildren<Node extends RootContent>(node: Node, context: Inside): Node {
  if (!('children' in node)) return node;
  const children = trimAroundBreaks(render(node.children, context));
  const endsLine = node.type === 'paragraph' || node.type === 'heading';
  return { ...node, children: endsLine ? trimEnd(children) : children } as Node;
}

/** A break made of an element may stand beside the spaces and line endings that it replaces. */
function trimAroundBreaks(nodes: RootContent[]): RootContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    const start = nodes[index - 1]?.type === 'break' ? node.value.trimStart() : node.value;
    return { ...node, value: nodes[index + 1]?.type === 'break' ? start.trimEnd() : start };
  });
}

/**
 * Takes what means nothing at the end of a line: a break, which Markdown would show as `\`, and the
 * space before something that went, which it would write as `&#x20;`.
 */
function trimEnd(nodes: RootContent[]): RootContent[] {
  const last = nodes.at(-1);
  if (last?.type === 'break') return trimEnd(nodes.slice(0, -1));
  if (last?.type !== 'text') return nodes;
  return [...nodes.slice(0, -1), { ...last, value: last.value.trimEnd() }];
}

/** A paragraph of which nothing is left goes; anchors that stood alone in it remain. */
function nonEmpty(node: RootContent & { children: PhrasingContent[] }): RootContent[] {
  return node.children.every(isAnchorPoint) ? node.children : [node];
}

function isAnchorPoint(node: RootContent): boolean {
  return node.type === 'anchorPoint';
}

function joinLinkCards(nodes: RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (isLinkCards(before) && isLinkCards(node)) {
      joined[joined.length - 1] = { ...before, children: [...before.children, ...node.children] };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

function isLinkCards(node: RootContent | undefined): node is List {
  return node?.type === 'list' && node.data?.linkCards === true;
}
