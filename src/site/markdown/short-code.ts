/** Keeps short code in running text on one line: a flag is not cut after its dashes. */
import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Characters that fit beside each other on the narrowest screens, in asides and steps too. */
const FITS = 20;

/** What a browser may break a line after. */
const BREAKS = /[-/?\s]/;

/** A rehype plugin: short code that a browser could break is marked as `short`. */
export function rehypeShortCode() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'pre') return SKIP;
      if (element.tagName !== 'code') return undefined;
      const text = toString(element);
      if (text.length <= FITS && BREAKS.test(text)) element.properties['className'] = ['short'];
      return undefined;
    });
  };
}
