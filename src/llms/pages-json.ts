/** `/pages.json`: every page with its facts, for tools that don't read Markdown. */
import { createHash } from 'node:crypto';
import type { LanguageId } from '../languages.ts';
import type { Library } from './library.ts';

/** One page in `/pages.json`. */
export interface PageFacts {
  route: string;
  url: string;
  markdown: string;
  title: string;
  description: string | null;
  section: string;
  source: string | null;
  languages: readonly LanguageId[];
  /** Of the twin below its frontmatter (o200k_base). */
  tokens: number;
  /** Of the twin, hex. */
  sha256: string;
  headings: { level: number; text: string; anchor: string }[];
}

/** All pages in reading order. */
export function pagesJson(library: Library): { scraped: string; pages: PageFacts[] } {
  const pages = library.routes.pages.map((page) => {
    const { text, tokens } = library.twin(page);
    const { route, url, markdownUrl, title, description, section, source, languages } = page;
    return {
      route,
      url,
      markdown: markdownUrl,
      title,
      description,
      section,
      source,
      languages,
      tokens,
      sha256: createHash('sha256').update(text).digest('hex'),
      headings: library
        .read(page)
        .sections.filter(({ anchor }) => anchor !== '')
        .map(({ level, heading, anchor }) => ({ level, text: heading, anchor })),
    };
  });
  return { scraped: library.scrape.date, pages };
}
