/** Reads the dialect's elements for the proof: one case a construct. */
import { toString } from 'mdast-util-to-string';
import type { RootContent } from 'mdast';
import { languageOfTab } from '../model/languages.ts';
import { codeValue, namesItself, squeeze, wordAtoms, type Atom } from './atoms.ts';
import { literalWords } from './literal.ts';
import { linkAtoms, type Reader } from './source-reader.ts';
import { imageKey } from './transforms/images.ts';
import { isAddress, parseFragment, visibleAttributes } from './transforms/unknown.ts';
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
  const said = (name: string): Atom[] => wordAtoms(attributeText(node, name) ?? '', line);
  const content = (): Atom[] => reader.blocks(childrenOf(node));
  const link = (url: string | undefined): Atom[] => linkAtoms(url, line, reader);
  switch (node.name) {
    case 'Callout':
      return [...said('title'), ...content()];
    case 'Tabs':
      return tabAtoms(node, reader);
    case 'Tab':
      return [...wordAtoms(tabLabel(node, undefined, 0), line), ...content()];
    case 'Cards':
      return [
        ...reader.blocks(childrenOf(node).filter((child) => !isNamed(child, 'Card'))),
        ...reader.blocks(childrenOf(node).filter((child) => isNamed(child, 'Card'))),
      ];
    case 'Card': {
      const href = attributeText(node, 'href');
      const isPlain = childrenOf(node).every(
        (child) =>
          child.type === 'paragraph' && child.children.every((part) => part.type === 'text'),
      );
      const words = [...said('title'), ...said('description'), ...content()];
      return isPlain || href === undefined
        ? [...words, ...link(href)]
        : [...words, ...said('title'), ...link(href)];
    }
    case 'Files':
      return fileAtoms(node, 0, reader);
    case 'Folder':
    case 'File':
      return fileAtoms({ ...node, children: [node] } as JsxElement, 0, reader);
    case 'video': {
      const sources = childrenOf(node).filter((child) => isNamed(child, 'source'));
      const src =
        attributeText(node, 'src') ??
        (sources[0] ? attributeText(sources[0] as JsxElement, 'src') : '');
      return [
        { kind: 'video', value: `${src ?? ''} ${attributeText(node, 'poster') ?? ''}`, line },
      ];
    }
    case 'a':
      return anchorAtoms(node, reader);
    case 'img':
      return [
        {
          kind: 'picture',
          value: `${imageKey(attributeText(node, 'src') ?? '')} ${attributeText(node, 'alt') ?? ''}`,
          line,
        },
      ];
    case 'iframe':
      return [
        ...wordAtoms(attributeText(node, 'title') ?? attributeText(node, 'src') ?? '', line),
        ...link(attributeText(node, 'src')),
      ];
    case 'svg':
    case 'path':
      return [];
    case 'pre':
      return [{ kind: 'code', value: codeValue({ value: toString(node) }), line }];
    case 'table':
      return htmlRows(node).map((cells) => ({ kind: 'row', value: cells.join(' | '), line }));
    case 'details': {
      const summary = childrenOf(node).filter((child) => isNamed(child, 'summary'));
      return [
        ...wordAtoms(toString(summary), line),
        ...reader.blocks(childrenOf(node).filter((child) => !isNamed(child, 'summary'))),
      ];
    }
    default:
      return HTML_HEADING.test(node.name ?? '')
        ? headingAtoms(node, reader)
        : otherAtoms(node, reader);
  }
}

function otherAtoms(node: JsxElement, reader: Reader): Atom[] {
  const isBox = /(^|\s)not-prose(\s|$)/.test(attributeText(node, 'className') ?? '');
  const isComponent = /^[A-Z]/.test(node.name ?? '');
  return [
    ...(isComponent ? attributeAtoms(node, [], reader) : []),
    ...reader.blocks(childrenOf(node), isBox ? { titled: false } : reader.box),
  ];
}

function headingAtoms(node: JsxElement, reader: Reader): Atom[] {
  const line = lineOf(node);
  const text = squeeze(toString(node));
  if (reader.box && !reader.box.titled && node.name === 'h3') {
    reader.box.titled = true;
    return wordAtoms(text, line);
  }
  return [{ kind: 'heading', value: `${node.name?.slice(1)} ${text}`, line }];
}

function anchorAtoms(node: JsxElement, reader: Reader): Atom[] {
  const line = lineOf(node);
  const href = attributeText(node, 'href');
  return [...reader.blocks(childrenOf(node)), ...linkAtoms(href, line, reader)];
}

function tabLabel(panel: JsxElement, item: string | undefined, index: number): string {
  const names = ['tab', 'value', 'label', 'title'];
  return (
    names.map((name) => attributeText(panel, name)).find((value) => value?.trim()) ??
    item ??
    `Tab ${index + 1}`
  );
}

function tabAtoms(node: JsxElement, reader: Reader): Atom[] {
  const panels = childrenOf(node).filter((child): child is JsxElement & RootContent =>
    isJsx(child),
  );
  const items = attributeValue(node, 'items');
  const names =
    items?.kind === 'literal' && Array.isArray(items.value) ? items.value.map(String) : [];
  const labels = panels.map((panel, i) => tabLabel(panel, names[i], i));
  const isLanguage = labels.filter((label) => languageOfTab(label)).length * 2 > labels.length;
  return [
    ...reader.blocks(childrenOf(node).filter((child) => !isJsx(child))),
    ...panels.flatMap((panel, i): Atom[] => {
      const label = labels[i] ?? '';
      const shown = isLanguage ? (languageOfTab(label)?.label ?? label) : label;
      const tab: Atom = { kind: 'tab', value: shown, line: lineOf(panel) };
      const said = panel.name === 'Tab' ? [] : attributeAtoms(panel, ['tab'], reader);
      return [tab, ...said, ...reader.blocks(childrenOf(panel))];
    }),
  ];
}

/** Entries first, depth by depth; what is neither file nor folder after them. */
function fileAtoms(node: JsxElement, depth: number, reader: Reader): Atom[] {
  const strays: Atom[] = [];
  const entries = (parent: JsxElement, level: number): Atom[] =>
    childrenOf(parent).flatMap((child): Atom[] => {
      if (isNamed(child, 'File') || isNamed(child, 'Folder')) {
        const label = childrenOf(child).filter(
          (inner) => !isNamed(inner, 'File') && !isNamed(inner, 'Folder'),
        );
        const name = attributeText(child, 'name') ?? toString(label).trim();
        const value = `${level} ${child.name === 'Folder' ? name.replace(/\/$/, '') : name}`;
        return [{ kind: 'file', value, line: lineOf(child) }, ...entries(child, level + 1)];
      }
      const isLabel = level > depth && attributeText(parent, 'name') === undefined;
      if (!isLabel) strays.push(...reader.blocks([child]));
      return [];
    });
  return [...entries(node, depth), ...strays];
}

function attributeAtoms(node: JsxElement, used: readonly string[], reader: Reader): Atom[] {
  const line = lineOf(node);
  return visibleAttributes(node)
    .filter((name) => !used.includes(name))
    .flatMap((name): Atom[] => {
      const value = attributeValue(node, name);
      if (value?.kind === 'literal') {
        if (node.name === 'Mermaid') {
          return [
            {
              kind: 'code',
              value: codeValue({ lang: 'mermaid', value: String(value.value).trim() }),
              line,
            },
          ];
        }
        return literalWords(value.value).flatMap((said): Atom[] => [
          ...wordAtoms(said, line),
          ...(isAddress(said) && !namesItself(said, said) ? linkAtoms(said, line, reader) : []),
        ]);
      }
      if (value === undefined) return [];
      const fragment = parseFragment(value.source);
      return fragment ? reader.blocks(fragment) : wordAtoms(value.source, line);
    });
}

function htmlRows(node: JsxElement): string[][] {
  const rows = childrenOf(node).flatMap(function find(child): JsxElement[] {
    return isNamed(child, 'tr') ? [child] : isJsx(child) ? childrenOf(child).flatMap(find) : [];
  });
  const cells = rows.map((row) =>
    childrenOf(row)
      .filter((cell) => isNamed(cell, 'td') || isNamed(cell, 'th'))
      .map((cell) =>
        squeeze(
          childrenOf(cell as JsxElement)
            .map((child) => toString(child))
            .join(' '),
        ),
      ),
  );
  const width = Math.max(0, ...cells.map((row) => row.length));
  return cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}
