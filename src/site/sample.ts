/** Takes code out of pages for the home page, so that nothing there is typed a second time. */
import type { Code, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';
import { titleOfMeta } from '../model/fence-meta.ts';
import { languageOfTab, type Language } from '../model/languages.ts';
import { labelOfTab } from './markdown/tab-labels.ts';

/** A piece of code in one language. */
export interface Sample {
  language: Language;
  code: string;
  /** The fence's info word: `ts`. */
  fence: string;
  /** The file's name, if the fence has a title. */
  title: string | undefined;
}

/**
 * The first group of language tabs on a page: the first code block of each tab. Empty without one.
 * @param mend changes the page's code before it is taken
 */
export function firstLanguageTabs(mdx: string, mend?: (tree: Root) => void): Sample[] {
  let samples: Sample[] = [];
  const tree = parse(mdx);
  mend?.(tree);
  visit(tree, 'mdxJsxFlowElement', (tabs) => {
    if (tabs.name !== 'Tabs') return undefined;
    samples = tabs.children.flatMap(sampleOfTab);
    return samples.length > 1 ? EXIT : undefined;
  });
  return samples;
}

/** The code of the first shell block on a page, or undefined. */
export function firstCommand(mdx: string): string | undefined {
  let command: string | undefined;
  visit(parse(mdx), 'code', (code) => {
    if (!/^(bash|sh|shell)$/.test(code.lang ?? '')) return undefined;
    command = code.value;
    return EXIT;
  });
  return command;
}

function sampleOfTab(tab: Nodes): Sample[] {
  if (tab.type !== 'mdxJsxFlowElement') return [];
  const language = languageOfTab(labelOfTab(tab) ?? '');
  const code = firstCode(tab);
  if (!language || !code) return [];
  return [{ language, code: code.value, fence: code.lang ?? '', title: titleOfMeta(code.meta) }];
}

function firstCode(tab: MdxJsxFlowElement): Code | undefined {
  let first: Code | undefined;
  visit(tab, 'code', (code) => {
    first = code;
    return EXIT;
  });
  return first;
}

function parse(mdx: string): Root {
  return unified().use(remarkParse).use(remarkMdx).parse(mdx);
}
