/**
 * Reads a page of the dialect, straight from its parse tree: dialect → atoms. It knows nothing of
 * the transforms; what it finds here must be found again in the page that we write.
 */
import { toString } from 'mdast-util-to-string';
import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { codeValue, namesItself, squeeze, wordAtoms, type Atom } from './atoms.ts';
import { isImport } from './imports.ts';
import { readLiteral, withoutComments } from './literal.ts';
import { elementAtoms } from './read-elements.ts';
import { linkAtoms, type Reader, type SourceContext } from './source-reader.ts';
import { imageKey } from './transforms/images.ts';
import { attributeText, childrenOf, isJsx, isNamed, lineOf } from './tree.ts';

/** All visible pieces of a page as upstream wrote it, in the order in which our page has them. */
export function readSource(tree: Root, context: SourceContext): Atom[] {
  const blocks = tree.children.filter((node) => !isImport(node, context.body) && !isComment(node));
  const [first, ...rest] = blocks;
  const isTitle =
    first?.type === 'heading' &&
    first.depth === 1 &&
    toString(first).trim() === context.title.trim();
  return readerOf(context).blocks(isTitle ? rest : blocks);
}

/** A reader whose blocks know the promo box they stand in. */
function readerOf(context: SourceContext, box?: Reader['box']): Reader {
  const reader: Reader = {
    ...context,
    box,
    blocks: (nodes, inner = box) => {
      const within = inner === box ? reader : readerOf(context, inner);
      return nodes.flatMap((node) => block(node, within));
    },
  };
  return reader;
}

const isComment = (node: RootContent): boolean =>
  node.type === 'mdxFlowExpression' && expression(node.value) === '';

function block(node: RootContent, reader: Reader): Atom[] {
  if (isJsx(node)) return elementAtoms(node, reader);
  const line = lineOf(node);
  switch (node.type) {
    case 'paragraph':
      return inline(node.children, line, reader);
    case 'heading': {
      const { text, others } = parts(node.children, line, reader);
      return [{ kind: 'heading', value: `${node.depth} ${squeeze(text)}`, line }, ...others];
    }
    case 'code':
      return [{ kind: 'code', value: codeValue(node), line }];
    case 'table':
      return node.children.flatMap((row) => rowAtoms(row, reader));
    case 'definition':
      return linkAtoms(node.url, line, reader);
    case 'mdxFlowExpression':
      return wordAtoms(expression(node.value), line);
    default:
      return 'children' in node ? reader.blocks(childrenOf(node)) : [];
  }
}

/** A comment says nothing; a literal says its text; anything else is shown as written. */
function expression(source: string): string {
  if (withoutComments(source).trim() === '') return '';
  const literal = readLiteral(source);
  return typeof literal === 'string' || typeof literal === 'number'
    ? String(literal)
    : `{${source}}`;
}

function rowAtoms(row: TableRow, reader: Reader): Atom[] {
  const line = lineOf(row);
  const cells = row.children.map((cell) => parts(cell.children, line, reader));
  const value = cells.map((cell) => squeeze(cell.text)).join(' | ');
  return [{ kind: 'row', value, line }, ...cells.flatMap((cell) => cell.others)];
}

/** Words, then links, in one paragraph; pictures cut a paragraph in two. */
function inline(nodes: readonly PhrasingContent[], line: number, reader: Reader): Atom[] {
  const at = nodes.findIndex((node) => isPicture(node) || isPictureLink(node));
  const node = nodes[at];
  if (!node) {
    const { text, others } = parts(nodes, line, reader);
    return [...wordAtoms(text, line), ...others];
  }
  return [
    ...inline(nodes.slice(0, at), line, reader),
    ...pictureAtoms(node, line, reader),
    ...inline(nodes.slice(at + 1), line, reader),
  ];
}

const isPicture = (node: PhrasingContent): boolean => node.type === 'image';
const isPictureLink = (node: PhrasingContent): boolean =>
  node.type === 'link' &&
  node.children.some(isPicture) &&
  toString(node, { includeImageAlt: false }).trim() === '';

function pictureAtoms(node: PhrasingContent, line: number, reader: Reader): Atom[] {
  if (node.type === 'image') {
    return [{ kind: 'picture', value: `${imageKey(node.url)} ${node.alt ?? ''}`, line }];
  }
  if (node.type !== 'link') return [];
  const label = toString(node).trim() || node.url;
  return [
    ...node.children.flatMap((child) => pictureAtoms(child, line, reader)),
    ...wordAtoms(label, line),
    ...linkAtoms(node.url, line, reader),
  ];
}

interface Parts {
  text: string;
  others: Atom[];
}

function parts(nodes: readonly PhrasingContent[], line: number, reader: Reader): Parts {
  const all = nodes.map((node): Parts => {
    if (node.type === 'text' || node.type === 'inlineCode') return { text: node.value, others: [] };
    if (node.type === 'mdxTextExpression') return { text: expression(node.value), others: [] };
    if (node.type === 'break' || isNamed(node, 'br')) return { text: ' ', others: [] };
    if (node.type === 'image') return { text: '', others: pictureAtoms(node, line, reader) };
    if (isNamed(node, 'svg') || !('children' in node)) return { text: '', others: [] };
    const inner = parts(node.children as PhrasingContent[], line, reader);
    const url =
      node.type === 'link'
        ? node.url
        : isNamed(node, 'a')
          ? attributeText(node, 'href')
          : undefined;
    if (url !== undefined && reader.link(url) === '') {
      return { text: `${inner.text} (${url})`, others: inner.others };
    }
    const target = url !== undefined && namesItself(url, inner.text) ? undefined : url;
    return { text: inner.text, others: [...linkAtoms(target, line, reader), ...inner.others] };
  });
  return {
    text: all.map((part) => part.text).join(''),
    others: all.flatMap((part) => part.others),
  };
}
