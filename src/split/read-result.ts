/** Reads a page that we wrote: MDX of our vocabulary → atoms. */
import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { codeValue, namesItself, squeeze, wordAtoms, type Atom } from './atoms.ts';
import { attributeText, childrenOf, isJsx, isNamed, lineOf, type JsxElement } from './tree.ts';

/** All visible pieces of a page, in reading order. */
export const readResult = (tree: Root): Atom[] => tree.children.flatMap(block);

function block(node: RootContent): Atom[] {
  if (isJsx(node)) return elementAtoms(node);
  const line = lineOf(node);
  switch (node.type) {
    case 'paragraph':
      return inline(node.children, line);
    case 'heading': {
      const { text, others } = inlineParts(node.children, line);
      return [{ kind: 'heading', value: `${node.depth} ${squeeze(text)}`, line }, ...others];
    }
    case 'code':
      return [{ kind: 'code', value: codeValue(node), line }];
    case 'table':
      return node.children.flatMap(row);
    case 'definition':
      return [{ kind: 'link', value: node.url, line }];
    case 'mdxjsEsm':
      return [];
    default:
      return 'children' in node ? childrenOf(node).flatMap(block) : [];
  }
}

function row(node: TableRow): Atom[] {
  const line = lineOf(node);
  const cells = node.children.map((cell) => inlineParts(cell.children, line));
  const value = cells.map((cell) => squeeze(cell.text)).join(' | ');
  return [{ kind: 'row', value, line }, ...cells.flatMap((cell) => cell.others)];
}

function inline(nodes: readonly PhrasingContent[], line: number): Atom[] {
  const { text, others } = inlineParts(nodes, line);
  return [...wordAtoms(text, line), ...others];
}

interface InlineParts {
  text: string;
  others: Atom[];
}

function inlineParts(nodes: readonly PhrasingContent[], line: number): InlineParts {
  const parts = nodes.map((node): InlineParts => {
    if (node.type === 'text' || node.type === 'inlineCode') return { text: node.value, others: [] };
    if (node.type === 'break' || isNamed(node, 'br')) return { text: ' ', others: [] };
    if (isNamed(node, 'LinkButton')) {
      const inner = inlineParts(node.children as PhrasingContent[], line);
      const link: Atom = { kind: 'link', value: attributeText(node, 'href') ?? '', line };
      return { text: ` ${inner.text} `, others: [link, ...inner.others] };
    }
    if (isNamed(node, 'Figure')) return { text: '', others: figure(node) };
    if (!('children' in node)) return { text: '', others: [] };
    const inner = inlineParts(node.children as PhrasingContent[], line);
    const hasTarget = node.type === 'link' && !namesItself(node.url, inner.text);
    const link: Atom[] = hasTarget ? [{ kind: 'link', value: node.url, line }] : [];
    return { text: inner.text, others: [...link, ...inner.others] };
  });
  return {
    text: parts.map((part) => part.text).join(''),
    others: parts.flatMap((part) => part.others),
  };
}

function elementAtoms(node: JsxElement): Atom[] {
  const line = lineOf(node);
  const said = (name: string): Atom[] => wordAtoms(attributeText(node, name) ?? '', line);
  const content = (): Atom[] => childrenOf(node).flatMap(block);
  switch (node.name) {
    case 'TabItem':
      return [{ kind: 'tab', value: attributeText(node, 'label') ?? '', line }, ...content()];
    case 'Aside':
    case 'Card':
      return [...said('title'), ...content()];
    case 'LinkCard':
      return [
        { kind: 'link', value: attributeText(node, 'href') ?? '', line },
        ...said('title'),
        ...said('description'),
      ];
    case 'LinkButton':
      return inline([node as PhrasingContent], line);
    case 'FileTree':
      return childrenOf(node).flatMap((child) => fileAtoms(child, 0));
    case 'Figure':
      return figure(node);
    case 'Video': {
      const value = `${attributeText(node, 'src') ?? ''} ${attributeText(node, 'poster') ?? ''}`;
      return [{ kind: 'video', value, line }];
    }
    default:
      return content();
  }
}

function figure(node: JsxElement): Atom[] {
  const value = `${attributeText(node, 'src') ?? ''} ${attributeText(node, 'alt') ?? ''}`;
  return [{ kind: 'picture', value, line: lineOf(node) }];
}

function fileAtoms(node: RootContent, depth: number): Atom[] {
  if (node.type !== 'list') return [];
  return node.children.flatMap((item) => {
    const [name, ...rest] = item.children;
    const text = name?.type === 'paragraph' ? inlineParts(name.children, 0).text : '';
    const atom: Atom = {
      kind: 'file',
      value: `${depth} ${text.replace(/\/$/, '')}`,
      line: lineOf(item),
    };
    return [atom, ...rest.flatMap((child) => fileAtoms(child, depth + 1))];
  });
}
