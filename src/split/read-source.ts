/**
 * Reads a page of the dialect, straight from its parse tree: dialect → atoms. It knows nothing of
 * the transforms; what it finds here must be found again in the page that we write.
 */
import { toString } from 'mdast-util-to-string';
import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { languageOfTab } from '../languages.ts';
import { codeValue, squeeze, wordAtoms, type Atom } from './atoms.ts';
import { isImport } from './imports.ts';
import { literalWords, readLiteral } from './literal.ts';
import { parseDialect } from './parse.ts';
import { imageKey } from './transforms/images.ts';
import { unravel } from './transforms/unravel.ts';
import { isAddress, visibleAttributes } from './transforms/unknown.ts';
import { attributeText, attributeValue, isJsx, isNamed, lineOf, type JsxElement } from './tree.ts';

/** How the reader learns where a link leads, and what the page is called. */
export interface SourceContext {
  title: string;
  /** The text that the tree was parsed from. */
  body: string;
  /** Where a link leads; `''` for one that is shown as text. */
  link(url: string): string;
}

const HTML_HEADING = /^h[1-6]$/;
const kids = (node: { children: readonly unknown[] }): RootContent[] =>
  node.children as RootContent[];

/** All visible pieces of a page as upstream wrote it, in the order in which our page has them. */
export function readSource(tree: Root, context: SourceContext): Atom[] {
  const [first] = tree.children.filter((node) => !isImport(node, context.body) && !isComment(node));
  const isTitle =
    first?.type === 'heading' &&
    first.depth === 1 &&
    toString(first).trim() === context.title.trim();
  return blocks(
    tree.children.filter((node) => !isTitle || node !== first),
    context,
  );
}

const isComment = (node: RootContent): boolean =>
  node.type === 'mdxFlowExpression' && expression(node.value) === '';

function blocks(nodes: readonly RootContent[], context: SourceContext): Atom[] {
  return nodes.flatMap((node) => block(node, context));
}

function block(node: RootContent, context: SourceContext): Atom[] {
  if (isJsx(node)) return elementAtoms(node, context);
  const line = lineOf(node);
  switch (node.type) {
    case 'paragraph':
      return isImport(node, context.body) ? [] : inline(node.children, line, context);
    case 'heading': {
      const { text, others } = parts(node.children, line, context);
      return [{ kind: 'heading', value: `${node.depth} ${squeeze(text)}`, line }, ...others];
    }
    case 'code':
      return [{ kind: 'code', value: codeValue(node), line }];
    case 'table':
      return node.children.flatMap((row) => rowAtoms(row, context));
    case 'definition':
      return linkAtoms(node.url, line, context);
    case 'mdxFlowExpression':
      return wordAtoms(expression(node.value), line);
    default:
      return 'children' in node ? blocks(node.children as RootContent[], context) : [];
  }
}

/** A comment says nothing; a literal says its text; anything else is shown as written. */
function expression(source: string): string {
  if (/^(\s|\/\*[\s\S]*?\*\/)*$/.test(source)) return '';
  const literal = readLiteral(source);
  return typeof literal === 'string' || typeof literal === 'number'
    ? String(literal)
    : `{${source}}`;
}

/** A link, or, where it is refused, its address as words. */
function linkAtoms(url: string | undefined, line: number, context: SourceContext): Atom[] {
  if (url === undefined) return [];
  const value = context.link(url);
  return value === '' ? wordAtoms(`(${url})`, line) : [{ kind: 'link', value, line }];
}

function rowAtoms(row: TableRow, context: SourceContext): Atom[] {
  const line = lineOf(row);
  const cells = row.children.map((cell) => parts(cell.children, line, context));
  const value = cells.map((cell) => squeeze(cell.text)).join(' | ');
  return [{ kind: 'row', value, line }, ...cells.flatMap((cell) => cell.others)];
}

/** Words, then links, in one paragraph; pictures cut a paragraph in two. */
function inline(nodes: readonly PhrasingContent[], line: number, context: SourceContext): Atom[] {
  const at = nodes.findIndex((node) => isPicture(node) || isPictureLink(node));
  const node = nodes[at];
  if (!node) {
    const { text, others } = parts(nodes, line, context);
    return [...wordAtoms(text, line), ...others];
  }
  return [
    ...inline(nodes.slice(0, at), line, context),
    ...pictureAtoms(node, line, context),
    ...inline(nodes.slice(at + 1), line, context),
  ];
}

const isPicture = (node: PhrasingContent): boolean => node.type === 'image';
const isPictureLink = (node: PhrasingContent): boolean =>
  node.type === 'link' &&
  node.children.some(isPicture) &&
  toString(node, { includeImageAlt: false }).trim() === '';

function pictureAtoms(node: PhrasingContent, line: number, context: SourceContext): Atom[] {
  if (node.type === 'image') {
    return [{ kind: 'picture', value: `${imageKey(node.url)} ${node.alt ?? ''}`, line }];
  }
  if (node.type !== 'link') return [];
  const label = toString(node).trim() || node.url;
  return [
    ...node.children.flatMap((child) => pictureAtoms(child, line, context)),
    ...wordAtoms(label, line),
    ...linkAtoms(node.url, line, context),
  ];
}

interface Parts {
  text: string;
  others: Atom[];
}

function parts(nodes: readonly PhrasingContent[], line: number, context: SourceContext): Parts {
  const all = nodes.map((node): Parts => {
    if (node.type === 'text' || node.type === 'inlineCode') return { text: node.value, others: [] };
    if (node.type === 'mdxTextExpression') return { text: expression(node.value), others: [] };
    if (node.type === 'break' || isNamed(node, 'br')) return { text: ' ', others: [] };
    if (node.type === 'image') return { text: '', others: pictureAtoms(node, line, context) };
    if (isNamed(node, 'svg') || !('children' in node)) return { text: '', others: [] };
    const inner = parts(node.children as PhrasingContent[], line, context);
    const url =
      node.type === 'link'
        ? node.url
        : isNamed(node, 'a')
          ? attributeText(node, 'href')
          : undefined;
    if (url !== undefined && context.link(url) === '') {
      return { text: `${inner.text} (${url})`, others: inner.others };
    }
    return { text: inner.text, others: [...linkAtoms(url, line, context), ...inner.others] };
  });
  return {
    text: all.map((part) => part.text).join(''),
    others: all.flatMap((part) => part.others),
  };
}

function elementAtoms(node: JsxElement, context: SourceContext): Atom[] {
  const line = lineOf(node);
  const said = (name: string): Atom[] => wordAtoms(attributeText(node, name) ?? '', line);
  const content = (): Atom[] => blocks(kids(node), context);
  const link = (url: string | undefined): Atom[] => linkAtoms(url, line, context);
  switch (node.name) {
    case 'Callout':
      return [...said('title'), ...content()];
    case 'Tabs':
      return tabAtoms(node, context);
    case 'Tab':
      return [...wordAtoms(tabLabel(node, undefined, 0), line), ...content()];
    case 'Cards':
      return [
        ...blocks(
          kids(node).filter((child) => !isNamed(child, 'Card')),
          context,
        ),
        ...blocks(
          kids(node).filter((child) => isNamed(child, 'Card')),
          context,
        ),
      ];
    case 'Card': {
      const href = attributeText(node, 'href');
      const isPlain = kids(node).every(
        (child) =>
          child.type === 'paragraph' && child.children.every((part) => part.type === 'text'),
      );
      const words = [...said('title'), ...said('description'), ...content()];
      return isPlain || href === undefined
        ? [...words, ...link(href)]
        : [...words, ...said('title'), ...link(href)];
    }
    case 'Files':
      return fileAtoms(node, 0, context);
    case 'Folder':
    case 'File':
      return fileAtoms({ ...node, children: [node] } as JsxElement, 0, context);
    case 'video': {
      const sources = kids(node).filter((child) => isNamed(child, 'source'));
      const src =
        attributeText(node, 'src') ??
        (sources[0] ? attributeText(sources[0] as JsxElement, 'src') : '');
      return [
        { kind: 'video', value: `${src ?? ''} ${attributeText(node, 'poster') ?? ''}`, line },
      ];
    }
    case 'a':
      return anchorAtoms(node, context);
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
      const summary = kids(node).filter((child) => isNamed(child, 'summary'));
      return [
        ...wordAtoms(toString(summary), line),
        ...blocks(
          kids(node).filter((child) => !isNamed(child, 'summary')),
          context,
        ),
      ];
    }
    default:
      return HTML_HEADING.test(node.name ?? '')
        ? headingAtoms(node, context)
        : otherAtoms(node, context);
  }
}

function otherAtoms(node: JsxElement, context: SourceContext): Atom[] {
  const isBox = /(^|\s)not-prose(\s|$)/.test(attributeText(node, 'className') ?? '');
  const isComponent = /^[A-Z]/.test(node.name ?? '');
  return [
    ...(isComponent ? attributeAtoms(node, [], context) : []),
    ...blocks(kids(node), isBox ? ({ ...context, box: { titled: false } } as BoxContext) : context),
  ];
}

/** Inside a promo box the first `<h3>` is the box's title, and so words; elsewhere a heading. */
interface BoxContext extends SourceContext {
  box?: { titled: boolean };
}

function headingAtoms(node: JsxElement, context: BoxContext): Atom[] {
  const line = lineOf(node);
  const text = squeeze(toString(node));
  if (context.box && !context.box.titled && node.name === 'h3') {
    context.box.titled = true;
    return wordAtoms(text, line);
  }
  return [{ kind: 'heading', value: `${node.name?.slice(1)} ${text}`, line }];
}

function anchorAtoms(node: JsxElement, context: SourceContext): Atom[] {
  const line = lineOf(node);
  const href = attributeText(node, 'href');
  return [...blocks(kids(node), context), ...linkAtoms(href, line, context)];
}

function tabLabel(panel: JsxElement, item: string | undefined, index: number): string {
  const names = ['tab', 'value', 'label', 'title'];
  return (
    names.map((name) => attributeText(panel, name)).find((value) => value?.trim()) ??
    item ??
    `Tab ${index + 1}`
  );
}

function tabAtoms(node: JsxElement, context: SourceContext): Atom[] {
  const panels = kids(node).filter((child): child is JsxElement & RootContent => isJsx(child));
  const items = attributeValue(node, 'items');
  const names =
    items?.kind === 'literal' && Array.isArray(items.value) ? items.value.map(String) : [];
  const labels = panels.map((panel, i) => tabLabel(panel, names[i], i));
  const isLanguage = labels.filter((label) => languageOfTab(label)).length * 2 > labels.length;
  return [
    ...blocks(
      kids(node).filter((child) => !isJsx(child)),
      context,
    ),
    ...panels.flatMap((panel, i): Atom[] => {
      const label = labels[i] ?? '';
      const shown = isLanguage ? (languageOfTab(label)?.label ?? label) : label;
      const tab: Atom = { kind: 'tab', value: shown, line: lineOf(panel) };
      const said = panel.name === 'Tab' ? [] : attributeAtoms(panel, ['tab'], context);
      return [tab, ...said, ...blocks(kids(panel), context)];
    }),
  ];
}

/** Entries first, depth by depth; what is neither file nor folder after them. */
function fileAtoms(node: JsxElement, depth: number, context: SourceContext): Atom[] {
  const strays: Atom[] = [];
  const entries = (parent: JsxElement, level: number): Atom[] =>
    kids(parent).flatMap((child): Atom[] => {
      if (isNamed(child, 'File') || isNamed(child, 'Folder')) {
        const label = kids(child).filter(
          (inner) => !isNamed(inner, 'File') && !isNamed(inner, 'Folder'),
        );
        const name = attributeText(child, 'name') ?? toString(label).trim();
        const value = `${level} ${child.name === 'Folder' ? name.replace(/\/$/, '') : name}`;
        return [{ kind: 'file', value, line: lineOf(child) }, ...entries(child, level + 1)];
      }
      const isLabel = level > depth && attributeText(parent, 'name') === undefined;
      if (!isLabel) strays.push(...block(child, context));
      return [];
    });
  return [...entries(node, depth), ...strays];
}

function attributeAtoms(node: JsxElement, used: readonly string[], context: SourceContext): Atom[] {
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
          ...(isAddress(said) ? linkAtoms(said, line, context) : []),
        ]);
      }
      if (value?.source.startsWith('<'))
        return blocks(unravel(parseDialect(value.source)).children, context);
      return value ? wordAtoms(value.source, line) : [];
    });
}

function htmlRows(node: JsxElement): string[][] {
  const rows = kids(node).flatMap(function find(child): JsxElement[] {
    return isNamed(child, 'tr') ? [child] : isJsx(child) ? kids(child).flatMap(find) : [];
  });
  const cells = rows.map((row) =>
    kids(row)
      .filter((cell) => isNamed(cell, 'td') || isNamed(cell, 'th'))
      .map((cell) =>
        squeeze(
          kids(cell as JsxElement)
            .map((child) => toString(child))
            .join(' '),
        ),
      ),
  );
  const width = Math.max(0, ...cells.map((row) => row.length));
  return cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}
