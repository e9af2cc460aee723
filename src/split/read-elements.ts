/** Reads the dialect's elements for the proof, in the order of writing: one case a construct. */
import { toString } from 'mdast-util-to-string';
import { codeValue, namesItself, squeeze, within, wordAtoms, type Atom } from './atoms.ts';
import { titleText } from '../model/title.ts';
import type { Literal } from './literal.ts';
import { linkAtoms, type Reader } from './source-reader.ts';
import { imageKey } from './transforms/images.ts';
import { plainTitle } from './transforms/titles.ts';
import { isAddress, parseFragment, pictureOf, proseAttributes } from './transforms/unknown.ts';
import {
  attributeText,
  attributeValue,
  childrenOf,
  isJsx,
  isNamed,
  lineOf,
  type JsxElement,
} from './tree.ts';

const HTML_HEADING = /^h[1-6]$/;

/** The visible pieces of one element of the dialect. */
export function elementAtoms(node: JsxElement, reader: Reader): Atom[] {
  const line = lineOf(node);
  const title = (name: string): Atom[] => titleAtoms(node, name, reader);
  const content = (): Atom[] => reader.blocks(childrenOf(node));
  const link = (name: string): Atom[] => linkAtoms(attributeText(node, name), line, reader);
  switch (node.name) {
    case 'Callout':
      return within('note', line, [...title('title'), ...content()]);
    case 'Tabs':
      return tabAtoms(node, reader);
    case 'Tab':
      return [...wordAtoms(labelOf(node, undefined, 0).label, line), ...content()];
    case 'Steps':
      return stepAtoms(node, reader);
    case 'Card':
      return [...title('title'), ...title('description'), ...content(), ...link('href')];
    case 'Folder':
    case 'File':
      return entryAtoms(node, reader);
    case 'video':
      return [
        {
          kind: 'video',
          value: `${videoSource(node)} ${attributeText(node, 'poster') ?? ''}`,
          line,
        },
      ];
    case 'a':
      return [...content(), ...link('href')];
    case 'img':
      return [pictureAtom(node)];
    case 'iframe': {
      const src = attributeText(node, 'src') ?? '';
      const name = attributeText(node, 'title') ?? src;
      return [...wordAtoms(name, line), ...(namesItself(src, name) ? [] : link('src'))];
    }
    case 'svg':
    case 'path':
      return [];
    case 'pre':
      return [{ kind: 'code', value: codeValue({ value: toString(node) }), line }];
    case 'table':
      return tableAtoms(node, reader);
    case 'details':
      return within('details', line, content());
    case 'blockquote':
      return within('quote', line, content());
    case 'ul':
    case 'ol':
      return childrenOf(node).flatMap((child) =>
        within(
          'item',
          lineOf(child),
          reader.blocks(isNamed(child, 'li') ? childrenOf(child) : [child]),
        ),
      );
    default:
      return HTML_HEADING.test(node.name ?? '')
        ? headingAtoms(node, reader)
        : otherAtoms(node, reader);
  }
}

/** The words of a title: text in quotes, or JSX. */
function titleAtoms(node: JsxElement, name: string, reader: Reader): Atom[] {
  const value = attributeValue(node, name);
  if (value?.kind === 'literal') {
    return wordAtoms(titleText(plainTitle(attributeText(node, name) ?? '')), lineOf(node));
  }
  const fragment = value && parseFragment(value.source);
  return wordAtoms(wordsIn(fragment ? reader.blocks(fragment) : []), lineOf(node));
}

function otherAtoms(node: JsxElement, reader: Reader): Atom[] {
  const isBox = /(^|\s)not-prose(\s|$)/.test(attributeText(node, 'className') ?? '');
  return [
    ...attributeAtoms(node, undefined, reader),
    ...reader.blocks(childrenOf(node), isBox ? { titled: false } : reader.box),
  ];
}

/** The first `<h3>` of a promo box is the box's title; any other heading is a heading. */
function headingAtoms(node: JsxElement, reader: Reader): Atom[] {
  const content = reader.blocks(childrenOf(node));
  if (reader.box && !reader.box.titled && node.name === 'h3') {
    reader.box.titled = true;
    return content;
  }
  const value = `${node.name?.slice(1)} ${wordsIn(content)}`;
  return [{ kind: 'heading', value, line: lineOf(node) }, ...marksIn(content)];
}

const wordsIn = (atoms: readonly Atom[]): string =>
  atoms.flatMap(({ kind, value }) => (kind === 'word' ? [value] : [])).join(' ');
const marksIn = (atoms: readonly Atom[]): Atom[] =>
  atoms.filter(({ kind }) => kind === 'link' || kind === 'picture');

/** The steps of one ordered list are its items. */
function stepAtoms(node: JsxElement, reader: Reader): Atom[] {
  const [list, ...rest] = childrenOf(node);
  return list?.type === 'list' && list.ordered && rest.length === 0
    ? list.children.flatMap((item) => reader.blocks(item.children))
    : reader.blocks(childrenOf(node));
}

function labelOf(
  panel: JsxElement,
  item: string | undefined,
  index: number,
): { label: string; from?: string } {
  const from = ['tab', 'value', 'label', 'title'].find((name) =>
    attributeText(panel, name)?.trim(),
  );
  return from
    ? { label: attributeText(panel, from) ?? '', from }
    : { label: item ?? `Tab ${index + 1}` };
}

function tabAtoms(node: JsxElement, reader: Reader): Atom[] {
  const items = attributeValue(node, 'items');
  const names =
    items?.kind === 'literal' && Array.isArray(items.value) ? items.value.map(String) : [];
  let count = 0;
  return childrenOf(node).flatMap((child): Atom[] => {
    if (!isJsx(child)) return reader.blocks([child]);
    const { label, from } = labelOf(child, names[count], count);
    count += 1;
    return within(`tab ${squeeze(label)}`, lineOf(child), [
      ...(child.name === 'Tab' ? [] : attributeAtoms(child, from, reader)),
      ...reader.blocks(childrenOf(child)),
    ]);
  });
}

/** A name, and in the order of writing what stands in the entry: its comment, its entries. */
function entryAtoms(node: JsxElement, reader: Reader): Atom[] {
  const children = childrenOf(node);
  const written = attributeText(node, 'name');
  const end = children.findIndex((child) => child.type !== 'paragraph');
  const label = children.slice(0, end < 0 ? children.length : end);
  const name = written ?? label.map((one) => toString(one)).join(' ');
  const shown = node.name === 'Folder' ? `${name.trim().replace(/\/$/, '')}/` : name;
  const rest = written === undefined ? children.slice(label.length) : children;
  const line = lineOf(node);
  return within('item', line, [...wordAtoms(shown, line), ...reader.blocks(rest)]);
}

const pictureAtom = (node: JsxElement): Atom => ({
  kind: 'picture',
  value: `${imageKey(attributeText(node, 'src') ?? '')} ${attributeText(node, 'alt') ?? ''}`,
  line: lineOf(node),
});

function videoSource(node: JsxElement): string {
  const sources = childrenOf(node).filter((child) => isNamed(child, 'source'));
  return (
    [node, ...sources]
      .map((one) => attributeText(one as JsxElement, 'src'))
      .find((src) => src !== undefined) ?? ''
  );
}

/** What an element without a transform of its own says in its attributes. */
function attributeAtoms(node: JsxElement, used: string | undefined, reader: Reader): Atom[] {
  const line = lineOf(node);
  const chart = node.name === 'Mermaid' ? attributeText(node, 'chart') : undefined;
  if (chart !== undefined) {
    return [{ kind: 'code', value: codeValue({ lang: 'mermaid', value: chart.trim() }), line }];
  }
  const names = proseAttributes(node).filter((name) => name !== used);
  return [
    ...(pictureOf(node) ? [pictureAtom(node)] : []),
    ...names.flatMap((name): Atom[] => {
      const value = attributeValue(node, name);
      if (value?.kind === 'literal') return literalAtoms(value.value, line, reader);
      const fragment = value && parseFragment(value.source);
      return fragment ? reader.blocks(fragment) : wordAtoms(value?.source ?? '', line);
    }),
  ];
}

/** All text in a literal, in the order of writing, keys included. */
function literalAtoms(value: Literal, line: number, reader: Reader): Atom[] {
  const item = (content: Atom[]): Atom[] => within('item', line, content);
  if (Array.isArray(value)) return value.flatMap((one) => item(literalAtoms(one, line, reader)));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      item([...wordAtoms(key, line), ...literalAtoms(inner, line, reader)]),
    );
  }
  if (typeof value === 'boolean' || value === null) return [];
  const said = String(value);
  const isLink = isAddress(said) && !namesItself(said, said);
  return [...wordAtoms(said, line), ...(isLink ? linkAtoms(said, line, reader) : [])];
}

/** Rows filled up to the longest, as a Markdown table has them. */
function tableAtoms(node: JsxElement, reader: Reader): Atom[] {
  const rows = childrenOf(node).flatMap(function find(child): JsxElement[] {
    return isNamed(child, 'tr') ? [child] : isJsx(child) ? childrenOf(child).flatMap(find) : [];
  });
  const cellsOf = (row: JsxElement): Atom[][] =>
    childrenOf(row).flatMap((cell) =>
      isNamed(cell, 'td') || isNamed(cell, 'th') ? [reader.blocks(childrenOf(cell))] : [],
    );
  const width = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  return rows.flatMap((row): Atom[] => {
    const cells = cellsOf(row);
    const texts = Array.from({ length: width }, (_, i) => wordsIn(cells[i] ?? []));
    return [
      { kind: 'row', value: texts.join(' | '), line: lineOf(row) },
      ...cells.flatMap(marksIn),
    ];
  });
}
