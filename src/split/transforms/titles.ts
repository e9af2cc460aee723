/** Titles in attributes → the text that our components take: plain, with `code` in backticks. */
import type { PhrasingContent } from 'mdast';
import { attributeValue, lineOf, phrasingOf, type JsxElement } from '../tree.ts';
import type { TransformContext } from './context.ts';
import { parseFragment } from './unknown.ts';

/** Stars around words: a title in quotes is text, yet people write Markdown in it. */
const STARS = /(?<![\w*])(\*{1,3})(?=[^\s*])([^*`]{0,200}?[^\s*`])\1(?![\w*])/g;

/** A title in quotes without the marks that no title can show. */
export const plainTitle = (written: string): string => written.replace(STARS, '$2');

/**
 * The words of a title or description, also of one that is JSX; undefined for one that is not there
 * or is code. What is emphasised or a link is plain.
 */
export function titleOf(
  node: JsxElement,
  name: 'title' | 'description',
  context: TransformContext,
): string | undefined {
  const value = attributeValue(node, name);
  if (value === undefined) return undefined;
  if (value.kind === 'literal') {
    return ['string', 'number'].includes(typeof value.value)
      ? plainTitle(String(value.value))
      : undefined;
  }
  const fragment = parseFragment(value.source);
  if (fragment) return asTitle(phrasingOf(context.flow(fragment)));
  const message = `<${node.name} ${name}={${value.source}}> is no plain text and is left out`;
  context.findings.add('unreadable-text', 'warning', lineOf(node), message);
  return undefined;
}

/** Inline content as a title. */
export const asTitle = (nodes: readonly PhrasingContent[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'inlineCode') return `\`${node.value}\``;
      if ('children' in node) return asTitle(node.children as PhrasingContent[]);
      return node.type === 'text' ? node.value : ' ';
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
