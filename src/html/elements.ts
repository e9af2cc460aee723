/** The elements of a parsed HTML page. */
import { defaultTreeAdapter, type DefaultTreeAdapterMap } from 'parse5';

/** Anything in a parsed page. */
export type HtmlNode = DefaultTreeAdapterMap['node'];
/** An element, with its attributes as they are written. */
export type HtmlElement = DefaultTreeAdapterMap['element'];

/** Every element below a node in the order of the text, those within templates included. */
export function* elementsOf(root: HtmlNode): Generator<HtmlElement> {
  const open: HtmlNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (defaultTreeAdapter.isElementNode(node)) yield node;
    const below =
      'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
    for (let i = below.length - 1; i >= 0; i--) open.push(below[i] as HtmlNode);
  }
}

/** The value of an attribute, or undefined. */
export function attributeOf({ attrs }: HtmlElement, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}
