/** The fenced blocks of a page, with the place where each stands. */
import { createHash } from 'node:crypto';
import type { Nodes, Root } from 'mdast';
import { anchorOf, textOf } from '../markdown/headings.ts';
import { parsePage } from '../markdown/parse.ts';
import { titleOfMeta } from '../model/fence-meta.ts';
import { languageOfTab } from '../model/languages.ts';
import { routeOfFile } from '../model/routes.ts';

/** One fenced block. */
export interface Block {
  /** MDX file relative to the content folder: `concepts/steps.mdx`. */
  readonly page: string;
  readonly route: string;
  /** The nearest heading before it, and that heading's anchor; both empty before the first one. */
  readonly heading: string;
  readonly anchor: string;
  /** Its place among the page's fenced blocks, from 1. */
  readonly ordinal: number;
  /** The first word of the info string in lower case; empty where it has none. */
  readonly language: string;
  readonly title: string | null;
  readonly code: string;
  /** Of the code as UTF-8, hex. */
  readonly sha256: string;
  /** Of the opening fence, in the MDX file, from 1. */
  readonly line: number;
  /** Labels of the tabs around it that are no language: what stands in two of them are alternatives. */
  readonly alternative: readonly string[];
}

/** Code within a sentence, and where it stands. */
export type InlineCode = Pick<Block, 'page' | 'route' | 'heading' | 'anchor' | 'code'>;

/** All code of a page, in the order of its text. */
export interface PageCode {
  readonly blocks: Block[];
  readonly inline: InlineCode[];
}

/**
 * All fenced blocks of a page in the order of its text.
 * @param file relative to the content folder
 * @throws Error naming file and line when the text is no MDX
 */
export function blocksOf(file: string, mdx: string): Block[] {
  return codeOf(file, mdx).blocks;
}

/** The same with the code within sentences. */
export function codeOf(file: string, mdx: string): PageCode {
  return codeOfTree(file, parsePage(mdx, file));
}

/** The same of a tree from `parsePage`. */
export function codeOfTree(file: string, tree: Root): PageCode {
  const blocks: Block[] = [];
  const inline: InlineCode[] = [];
  const route = routeOfFile(file);
  let [heading, anchor] = ['', ''];
  const walk = (node: Nodes, alternative: readonly string[]): void => {
    if (node.type === 'heading') [heading, anchor] = [textOf(node), anchorOf(node)];
    if (node.type === 'code') {
      blocks.push({
        page: file,
        route,
        heading,
        anchor,
        ordinal: blocks.length + 1,
        language: (node.lang ?? '').toLowerCase(),
        title: titleOfMeta(node.meta) ?? null,
        code: node.value,
        sha256: sha256(node.value),
        line: node.position?.start.line ?? 1,
        alternative,
      });
    }
    if (node.type === 'inlineCode') {
      inline.push({ page: file, route, heading, anchor, code: node.value });
    }
    const inside = tabLabel(node);
    const below = inside === undefined ? alternative : [...alternative, inside];
    if ('children' in node) for (const child of node.children) walk(child, below);
  };
  walk(tree, []);
  return { blocks, inline };
}

/** Of a text as UTF-8, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The label of a tab that is no language, with the place of its group, so that two groups differ. */
function tabLabel(node: Nodes): string | undefined {
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'TabItem') return undefined;
  const label = node.attributes.find((it) => it.type === 'mdxJsxAttribute' && it.name === 'label');
  const text = typeof label?.value === 'string' ? label.value : '';
  return languageOfTab(text) ? undefined : text;
}
