/** A component we do not know: its text and its children stay, the tag goes, a finding says so. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { ParseError, parseDialect } from '../parse.ts';
import {
  attributeValue,
  childrenOf,
  lineOf,
  list,
  listItem,
  paragraph,
  text,
  type JsxElement,
} from '../tree.ts';
import type { Literal } from '../literal.ts';
import type { TransformContext } from './context.ts';
import { unravel } from './unravel.ts';

/** Attributes that say how a thing looks or behaves, and nothing to a reader. */
const PRESENTATION =
  /^(class|className|style|key|id|icon|columns|width|height|fill|fileExtension|viewBox|on[A-Z].*|data-.*|aria-.*)$/;

/**
 * Replaces an unknown element by what it says: attributes with text (objects and lists as bullet
 * lists, JSX in an attribute as content), then its children.
 * @param used attributes that were already shown elsewhere.
 */
export function unknownElement(
  node: JsxElement,
  context: TransformContext,
  used: readonly string[] = [],
): RootContent[] {
  const message = `unknown component <${node.name}>: its text is kept, the tag is dropped`;
  context.findings.add('unknown-component', 'info', lineOf(node), message);
  if (node.name === 'Mermaid') {
    const chart = attributeValue(node, 'chart');
    if (chart?.kind === 'literal' && typeof chart.value === 'string') {
      return [{ type: 'code', lang: 'mermaid', value: chart.value.trim() }];
    }
  }
  const said = visibleAttributes(node).filter((name) => !used.includes(name));
  return [
    ...said.flatMap((name) => attributeContent(node, name, context)),
    ...context.flow(childrenOf(node)),
  ];
}

/** JSX in an attribute as blocks of the dialect; undefined for code that is no (sound) JSX. */
export function parseFragment(source: string): RootContent[] | undefined {
  if (!source.startsWith('<')) return undefined;
  try {
    return unravel(parseDialect(source)).children;
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** Names of the attributes whose text a reader would miss, in the order of writing. */
export function visibleAttributes(node: JsxElement): string[] {
  return node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' &&
    !PRESENTATION.test(attribute.name) &&
    attribute.value != null
      ? [attribute.name]
      : [],
  );
}

function attributeContent(
  node: JsxElement,
  name: string,
  context: TransformContext,
): RootContent[] {
  const value = attributeValue(node, name);
  if (value === undefined) return [];
  if (value.kind === 'literal') return literalContent(value.value);
  const fragment = parseFragment(value.source);
  if (fragment) return context.flow(fragment);
  return [paragraph([{ type: 'inlineCode', value: value.source.replace(/\s+/g, ' ') }])];
}

function literalContent(value: Literal): RootContent[] {
  if (Array.isArray(value)) {
    const items = value.map((item) => listItem(literalContent(item)));
    return items.length > 0 ? [list(items)] : [];
  }
  if (typeof value === 'object' && value !== null)
    return [list(Object.entries(value).map(entryItem))];
  return typeof value === 'boolean' || value === null
    ? []
    : [paragraph([textOrLink(String(value))])];
}

function entryItem([key, value]: [string, Literal]): ListItem {
  const name: PhrasingContent = { type: 'strong', children: [text(key)] };
  if (typeof value === 'object' && value !== null) {
    return listItem([paragraph([name]), ...literalContent(value)]);
  }
  const shown =
    typeof value === 'boolean' || value === null ? [] : [text(' '), textOrLink(String(value))];
  return listItem([paragraph([name, ...shown])]);
}

/** Does a string in an attribute read as an address? */
export const isAddress = (value: string): boolean => /^(https?:\/\/|\/docs\/)\S+$/.test(value);

const textOrLink = (value: string): PhrasingContent =>
  isAddress(value) ? { type: 'link', url: value, children: [text(value)] } : text(value);
