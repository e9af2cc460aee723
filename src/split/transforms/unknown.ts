/** A component we do not know: its text and its children stay, the tag goes, a finding says so. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { ParseError, parseDialect } from '../parse.ts';
import {
  attributeText,
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

/** What an attribute is called whose text a reader would miss. */
const PROSE = /^(title|label|heading|description|alt|caption)$/;

/** Attributes that say how a thing looks or behaves, whatever they hold. */
const PRESENTATION = /^(className|style|key|id|icon|on[A-Z].*|data-.*|aria-.*)$/;

const PICTURE_FILE = /\.(png|jpe?g|gif|svg|webp|avif)([?#].*)?$/i;

/**
 * Replaces an unknown element by what it says: its picture, attributes of prose (objects in them as
 * bullet lists, JSX as content), then its children.
 * @param used the attribute that was already shown elsewhere.
 */
export function unknownElement(
  node: JsxElement,
  context: TransformContext,
  used?: string,
): RootContent[] {
  noteUnknown(node, context);
  return [...saidBy(node, context, used), ...context.flow(childrenOf(node))];
}

/** Adds the finding that a component has no transform. */
export function noteUnknown(node: JsxElement, context: TransformContext): void {
  const message = `unknown component <${node.name}>: its text is kept, the tag is dropped`;
  context.findings.add('unknown-component', 'info', lineOf(node), message);
}

/** What an element says in its attributes, as blocks. */
export function saidBy(node: JsxElement, context: TransformContext, used?: string): RootContent[] {
  const chart = node.name === 'Mermaid' ? attributeText(node, 'chart') : undefined;
  if (chart !== undefined) return [{ type: 'code', lang: 'mermaid', value: chart.trim() }];
  const picture = pictureOf(node);
  return [
    ...(picture ? [paragraph([{ type: 'image', ...picture }])] : []),
    ...proseAttributes(node)
      .filter((name) => name !== used)
      .flatMap((name) => attributeContent(node, name, context)),
  ];
}

/** The picture that an unknown element shows, if its `src` is one. */
export function pictureOf(node: JsxElement): { url: string; alt: string } | undefined {
  const url = attributeText(node, 'src');
  const alt = attributeText(node, 'alt');
  if (url === undefined || (alt === undefined && !PICTURE_FILE.test(url))) return undefined;
  return { url, alt: alt ?? '' };
}

/** JSX in an attribute as blocks of the dialect; undefined for code that is no (sound) JSX. */
export function parseFragment(source: string): RootContent[] | undefined {
  if (!source.startsWith('<')) return undefined;
  const content = source.replace(/^<>([^]*)<\/>$/, '$1');
  try {
    return unravel(parseDialect(content)).children;
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/**
 * The attributes of a component whose text a reader would miss, in the order of writing: those named
 * for prose, those that hold JSX, and those whose data has such names in it. A picture has its `alt`.
 */
export function proseAttributes(node: JsxElement): string[] {
  if (!/^[A-Z]/.test(node.name ?? '')) return [];
  const names = node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' ? [attribute.name] : [],
  );
  return names.filter((name) => {
    if (PRESENTATION.test(name) || (name === 'alt' && pictureOf(node))) return false;
    const value = attributeValue(node, name);
    if (value?.kind === 'expression') return PROSE.test(name) || value.source.startsWith('<');
    return (
      value !== undefined && value.value !== true && (PROSE.test(name) || hasProse(value.value))
    );
  });
}

/** The prose in an element's attributes where it stands within a line, with a space to its content. */
export const proseInLine = (node: JsxElement): string =>
  proseAttributes(node)
    .flatMap((name) => attributeText(node, name) ?? [])
    .map((value) => `${value} `)
    .join('');

/** Has data a key for prose, or a `name`, anywhere in it? */
function hasProse(value: Literal): boolean {
  if (Array.isArray(value)) return value.some(hasProse);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => key === 'name' || PROSE.test(key) || hasProse(inner),
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
