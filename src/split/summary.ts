/** Facts about a page that its tree tells: a derived description, the languages on it. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { LANGUAGES, languageOfFence, languageOfTab, type LanguageId } from '../model/languages.ts';
import { attributeText, isNamed, lineOf, wordsOf } from './tree.ts';

const MAX_DESCRIPTION = 200;

/** The first paragraph in whole sentences, up to 200 characters; undefined for a page without one. */
export function deriveDescription(tree: Root): string | undefined {
  const first = tree.children.find((node) => node.type === 'paragraph');
  const text = first ? wordsOf(first.children) : '';
  if (text.length <= MAX_DESCRIPTION) return text === '' ? undefined : text;
  // One character more, which tells whether a sentence ends before it.
  const start = text.slice(0, MAX_DESCRIPTION + 1);
  const sentences = /^.*[.!?](?=\s)/.exec(start)?.[0];
  return sentences ?? `${start.slice(0, MAX_DESCRIPTION - 1).replace(/\s+\S*$/, '')}…`;
}

/** The languages of which the page has a tab or a code block, in the table's order. */
export function languagesOf(tree: Root): LanguageId[] {
  const found = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'code') found.add(languageOfFence(node.lang)?.id ?? '');
    if (isNamed(node, 'TabItem'))
      found.add(languageOfTab(attributeText(node, 'label') ?? '')?.id ?? '');
  });
  return LANGUAGES.map((language) => language.id).filter((id) => found.has(id));
}

/** Of each fenced block, in the page's order: the line of its fence in the page's body. */
export function codeLinesOf(tree: Root): number[] {
  const lines: number[] = [];
  visit(tree, 'code', (node) => void lines.push(lineOf(node)));
  return lines;
}
