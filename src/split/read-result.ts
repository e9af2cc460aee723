/** Reads a page that we wrote: MDX of our vocabulary → atoms. */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import {
  codeValue,
  lineAtoms,
  marksOf,
  namesItself,
  squeeze,
  textOf,
  within,
  wordAtoms,
  type Atom,
  type Piece,
} from './atoms.ts';
import { titleText } from '../model/title.ts';
import { attributeText, childrenOf, isJsx, isNamed, lineOf, type JsxElement } from './tree.ts';

/** All visible pieces of a page, in reading order. */
export const readResult = (tree: Root): Atom[] => tree.children.flatMap(block);

function block(node: RootContent): Atom[] {
  if (isJsx(node)) return elementAtoms(node);
  const line = lineOf(node);
  switch (node.type) {
    case 'paragraph':
      return lineAtoms(phrase(node.children), line);
    case 'heading': {
      const said = phrase(node.children);
      return [{ kind: 'heading', value: `${node.depth} ${textOf(said)}`, line }, ...marksOf(said)];
    }
    case 'code':
      return [{ kind: 'code', value: codeValue(node), line }];
    case 'tableRow': {
      const cells = node.children.map((cell) => phrase(cell.children));
      const value = cells.map(textOf).join(' | ');
      return [{ kind: 'row', value, line }, ...cells.flatMap(marksOf)];
    }
    case 'listItem':
      return within('item', line, node.children.flatMap(block));
    case 'blockquote':
      return within('quote', line, node.children.flatMap(block));
    case 'definition':
      return [{ kind: 'link', value: node.url, line }];
    case 'mdxjsEsm':
      return [];
    default:
      return 'children' in node ? childrenOf(node).flatMap(block) : [];
  }
}

const phrase = (nodes: readonly PhrasingContent[]): Piece[] => nodes.flatMap(pieces);

function pieces(node: PhrasingContent): Piece[] {
  const line = lineOf(node);
  if (node.type === 'text' || node.type === 'inlineCode') return [node.value];
  if (node.type === 'break' || isNamed(node, 'br')) return [' '];
  if (isNamed(node, 'Figure')) return [' ', figure(node), ' '];
  if (!('children' in node)) return [];
  const said = phrase(node.children as PhrasingContent[]);
  if (isNamed(node, 'LinkButton')) return [' ', ...said, linkOf(node), ' '];
  const hasTarget = node.type === 'link' && !namesItself(node.url, textOf(said));
  return hasTarget ? [...said, { kind: 'link', value: node.url, line }] : said;
}

function elementAtoms(node: JsxElement): Atom[] {
  const line = lineOf(node);
  const said = (name: string): Atom[] =>
    wordAtoms(titleText(attributeText(node, name) ?? ''), line);
  const content = (): Atom[] => childrenOf(node).flatMap(block);
  switch (node.name) {
    case 'TabItem':
      return within(`tab ${squeeze(attributeText(node, 'label') ?? '')}`, line, content());
    case 'Aside':
      return within('note', line, [...said('title'), ...content()]);
    case 'details':
      return within('details', line, content());
    case 'Card':
    case 'LinkCard': {
      const link = attributeText(node, 'href') === undefined ? [] : [linkOf(node)];
      return [...said('title'), ...said('description'), ...content(), ...link];
    }
    case 'LinkButton':
      return lineAtoms(pieces(node as PhrasingContent), line);
    case 'Steps':
      return childrenOf(node).flatMap((list) =>
        list.type === 'list'
          ? list.children.flatMap((item) => item.children.flatMap(block))
          : block(list),
      );
    case 'Figure':
      return [figure(node)];
    case 'Video': {
      const value = `${attributeText(node, 'src') ?? ''} ${attributeText(node, 'poster') ?? ''}`;
      return [{ kind: 'video', value, line }];
    }
    default:
      return content();
  }
}

const linkOf = (node: JsxElement): Atom => ({
  kind: 'link',
  value: attributeText(node, 'href') ?? '',
  line: lineOf(node),
});

const figure = (node: JsxElement): Atom => ({
  kind: 'picture',
  value: `${attributeText(node, 'src') ?? ''} ${attributeText(node, 'alt') ?? ''}`,
  line: lineOf(node),
});
