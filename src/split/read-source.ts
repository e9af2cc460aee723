/**
 * Reads a page of the dialect, straight from its parse tree: dialect → atoms. It knows nothing of
 * the transforms; what it finds here must be found again in the page that we write.
 */
import { toString } from 'mdast-util-to-string';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { isComponent } from '../model/components.ts';
import {
  codeValue,
  lineAtoms,
  marksOf,
  namesItself,
  textOf,
  within,
  wordAtoms,
  type Atom,
  type Piece,
} from './atoms.ts';
import { isImport } from './imports.ts';
import { elementAtoms } from './read-elements.ts';
import { linkAtoms, type Reader, type SourceContext } from './source-reader.ts';
import { shownText } from './transforms/expressions.ts';
import { imageKey } from './transforms/images.ts';
import { pictureOf, proseInLine } from './transforms/unknown.ts';
import { attributeText, childrenOf, isJsx, isNamed, lineOf } from './tree.ts';

/** All visible pieces of a page, in the order in which upstream wrote them. */
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
      const inside = inner === box ? reader : readerOf(context, inner);
      return nodes.flatMap((node) => block(node, inside));
    },
    phrase: (nodes) => nodes.flatMap((node) => pieces(node, reader)),
  };
  return reader;
}

const isComment = (node: RootContent): boolean =>
  node.type === 'mdxFlowExpression' && shownText(node.value) === '';

function block(node: RootContent, reader: Reader): Atom[] {
  if (isJsx(node)) return elementAtoms(node, reader);
  const line = lineOf(node);
  switch (node.type) {
    case 'paragraph':
      return lineAtoms(
        node.children.flatMap((child) => paragraphPieces(child, reader)),
        line,
      );
    case 'heading': {
      const said = reader.phrase(node.children);
      return [{ kind: 'heading', value: `${node.depth} ${textOf(said)}`, line }, ...marksOf(said)];
    }
    case 'code':
      return [{ kind: 'code', value: codeValue(node), line }];
    case 'tableRow': {
      const cells = node.children.map((cell) => reader.phrase(cell.children));
      return [
        { kind: 'row', value: cells.map(textOf).join(' | '), line },
        ...cells.flatMap(marksOf),
      ];
    }
    case 'listItem':
      return within('item', line, reader.blocks(node.children));
    case 'blockquote':
      return within('quote', line, reader.blocks(node.children));
    case 'definition':
      return linkAtoms(node.url, line, reader);
    case 'mdxFlowExpression':
      return wordAtoms(shownText(node.value), line);
    default:
      return 'children' in node ? reader.blocks(childrenOf(node)) : [];
  }
}

/** A picture that is a link is shown as a picture, and as a link below it. */
function paragraphPieces(node: PhrasingContent, reader: Reader): Piece[] {
  const isPictureLink =
    node.type === 'link' &&
    node.children.some(({ type }) => type === 'image') &&
    toString(node, { includeImageAlt: false }).trim() === '';
  if (!isPictureLink) return pieces(node, reader);
  const label = toString(node).trim() || node.url;
  return [
    ...reader.phrase(node.children),
    label,
    ...linkAtoms(node.url, lineOf(node), reader),
    ' ',
  ];
}

function pieces(node: PhrasingContent, reader: Reader): Piece[] {
  const line = lineOf(node);
  if (node.type === 'text' || node.type === 'inlineCode') return [node.value];
  if (node.type === 'mdxTextExpression') return [shownText(node.value)];
  if (node.type === 'break' || isNamed(node, 'br')) return [' '];
  if (node.type === 'image') return picturePieces(node.url, node.alt ?? '', line);
  if (isNamed(node, 'img')) {
    return picturePieces(attributeText(node, 'src') ?? '', attributeText(node, 'alt') ?? '', line);
  }
  if (isNamed(node, 'svg') || !('children' in node)) return [];
  if (isJsx(node) && !isComponent(node.name)) {
    const picture = pictureOf(node);
    const shown = picture ? picturePieces(picture.url, picture.alt, line) : [];
    return [...shown, proseInLine(node), ...linkPieces(node, reader)];
  }
  return linkPieces(node, reader);
}

/** What stands in a node, and where it leads if it is a link. */
function linkPieces(node: PhrasingContent & { children: unknown[] }, reader: Reader): Piece[] {
  const line = lineOf(node);
  const said = reader.phrase(node.children as PhrasingContent[]);
  const url =
    node.type === 'link' ? node.url : isNamed(node, 'a') ? attributeText(node, 'href') : undefined;
  if (url === undefined || namesItself(url, textOf(said))) return said;
  return reader.link(url) === ''
    ? [...said, ` (${url})`]
    : [...said, ...linkAtoms(url, line, reader)];
}

const picturePieces = (url: string, alt: string, line: number): Piece[] => [
  ' ',
  { kind: 'picture', value: `${imageKey(url)} ${alt}`, line },
  ' ',
];
