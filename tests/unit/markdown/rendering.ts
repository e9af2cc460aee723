/** Renders MDX as a page `guides/example.mdx` of https://docs.example. */
import { parsePage, renderPage, type MarkdownContext } from '../../../src/markdown/index.ts';

const CONTEXT: MarkdownContext = {
  file: 'guides/example.mdx',
  link: (href) => (href.startsWith('/') ? `https://docs.example${href.slice(0, -1)}.md` : href),
  picture: (src) => `https://pictures.example/${src}`,
};

export function rendered(mdx: string, context: Partial<MarkdownContext> = {}) {
  return renderPage(parsePage(mdx, CONTEXT.file), 'Example', { ...CONTEXT, ...context });
}

export function markdownOf(mdx: string, context: Partial<MarkdownContext> = {}): string {
  return rendered(mdx, context).markdown;
}

/** Lines of a test's text, as one string. */
export function lines(...all: string[]): string {
  return all.join('\n');
}
