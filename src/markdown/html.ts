/**
 * The few HTML elements that the split keeps on a page because Markdown has no form for them: their
 * words stay, what only looks goes.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import type { KeptHtml } from '../model/components.ts';
import type { Inside } from './context.ts';
import type { Element } from './element.ts';
import { paragraph } from './nodes.ts';

type HtmlHandler = (content: RootContent[], element: Element) => RootContent[];

const asIs: HtmlHandler = (content) => content;

/** One handler for each; their attributes say nothing to a reader. */
const HANDLERS: Readonly<Record<KeptHtml, HtmlHandler>> = {
  br: (_, { type }) => (type === 'mdxJsxTextElement' ? [{ type: 'break' }] : []),
  del: struck,
  details: asIs,
  ins: asIs,
  kbd: asIs,
  mark: asIs,
  s: struck,
  small: asIs,
  sub: asIs,
  summary,
  sup: asIs,
  u: asIs,
};

function struck(content: RootContent[]): RootContent[] {
  return [{ type: 'delete', children: content as PhrasingContent[] }];
}

function summary(content: RootContent[], { type }: Element): RootContent[] {
  const line = content.flatMap((node) => (node.type === 'paragraph' ? node.children : [node]));
  // Bold within bold is one bold.
  const children = (line as PhrasingContent[]).flatMap((node) =>
    node.type === 'strong' ? node.children : [node],
  );
  const bold: PhrasingContent = { type: 'strong', children };
  return type === 'mdxJsxFlowElement' ? [paragraph([bold])] : [bold];
}

/** A kept element without its tag: `<br />` as a hard break, `<summary>` as a line in bold. */
export function htmlElement(name: KeptHtml, element: Element, context: Inside): RootContent[] {
  const content = context.render(element.children as RootContent[], context);
  return HANDLERS[name](content, element);
}
