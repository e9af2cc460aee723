/**
 * MDX pages as clean Markdown: no JSX, no HTML, no expressions, code byte for byte.
 * Pure: a tree and a context in, text out.
 */
import type { Root } from 'mdast';
import type { MarkdownContext } from './context.ts';
import { sectionsOf, type Section } from './sections.ts';
import { transform } from './transform.ts';

export type { MarkdownContext } from './context.ts';
export { cutAtHeadings, withoutLeadIn, type Cut } from './cut.ts';
export { parsePage } from './parse.ts';
export { PageError } from './place.ts';
export type { Section } from './sections.ts';
export { paragraph, text } from './nodes.ts';
export { stringify } from './stringify.ts';
export { countTokens } from './tokens.ts';
export { titleLine, twin, type Twin, type TwinFacts } from './twin.ts';

/** One page as Markdown, whole and in pieces. */
export interface PageMarkdown {
  /** Without the title's own line: headings start at level 2. */
  readonly markdown: string;
  /** The same text cut at its headings. */
  readonly sections: readonly Section[];
}

/**
 * Renders a page.
 * @param tree from `parsePage`; left as it is.
 * @param title of the page, the heading of its first section.
 * @throws PageError naming file and line where the page uses what `src/model/components.ts` hasn't.
 */
export function renderPage(tree: Root, title: string, context: MarkdownContext): PageMarkdown {
  const sections = sectionsOf(transform(tree.children, context), title);
  return { markdown: sections.map(({ text }) => text).join('\n\n'), sections };
}
