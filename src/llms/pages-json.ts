/**
 * `/pages.json`: the sections and every page with its facts, for tools that don't read Markdown. The
 * MCP server runs on it and on the twins.
 */
import { createHash } from 'node:crypto';
import type { LanguageId } from '../model/languages.ts';
import type { ManifestRedirect } from '../model/manifest.ts';
import { fewOf } from '../model/asked.ts';
import { markdownRouteOf, type PageRoute } from '../model/routes.ts';
import type { ScrapeDate } from '../model/scrape-date.ts';
import type { Library } from './library.ts';

/** One section in `/pages.json`. */
export interface SectionFacts {
  readonly slug: string;
  readonly label: string;
  readonly description: string;
  readonly route: string;
  readonly url: string;
  readonly markdown: string;
}

/** One heading of a page: the text from it to the next one is its own. */
export interface HeadingFacts {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
  /** Of its own text in the twin (o200k_base). */
  readonly tokens: number;
  /** Where given, the heading is only in the twins of these languages and in the whole one. */
  readonly languages?: readonly LanguageId[];
  /** That its own text answers, in readers' words; absent where none are known. */
  readonly questions?: readonly string[];
}

/** One page in `/pages.json`. */
export interface PageFacts {
  readonly route: string;
  readonly url: string;
  readonly markdown: string;
  readonly title: string;
  readonly description: string | null;
  readonly section: string;
  readonly source: string | null;
  readonly languages: readonly LanguageId[];
  /** Of the twin below its frontmatter (o200k_base). */
  readonly tokens: number;
  /** Of the twin, hex. */
  readonly sha256: string;
  /** A few that the page answers, in readers' words. */
  readonly questions: readonly string[];
  readonly headings: readonly HeadingFacts[];
}

export interface PagesJson {
  readonly scraped: ScrapeDate;
  /** Where upstream publishes the docs: `https://www.motia.dev`. */
  readonly upstream: string;
  readonly sections: readonly SectionFacts[];
  /** In reading order. */
  readonly pages: readonly PageFacts[];
  /** Upstream and older addresses that are no page's `source`. */
  readonly redirects: readonly ManifestRedirect[];
}

/** All of it. */
export function pagesJson(library: Library): PagesJson {
  const { scrape, routes, address, redirects } = library;
  const sources = new Set(routes.pages.map(({ source }) => source));
  return {
    scraped: scrape.date,
    upstream: scrape.upstream,
    sections: routes.sections.map(({ slug, label, description, route, url }) => {
      const markdown = address.absolute(markdownRouteOf(route));
      return { slug, label, description, route, url, markdown };
    }),
    pages: routes.pages.map((page) => pageFacts(library, page)),
    redirects: redirects.filter(({ from }) => !sources.has(from)),
  };
}

function pageFacts(library: Library, page: PageRoute): PageFacts {
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
    questions: fewOf([...library.asks(page).values()]),
    headings: headingsOf(library, page),
  };
}

function headingsOf(library: Library, page: PageRoute): HeadingFacts[] {
  const inLanguages = (anchor: string) =>
    page.languages.filter((language) =>
      library.read(page, language).sections.some((section) => section.anchor === anchor),
    );
  const asks = library.asks(page);
  return library
    .read(page)
    .sections.filter(({ anchor }) => anchor !== '')
    .map(({ level, heading: text, anchor, tokens }) => {
      const languages = inLanguages(anchor);
      const isEverywhere = languages.length === page.languages.length;
      const questions = asks.get(anchor) ?? [];
      return {
        level,
        text,
        anchor,
        tokens,
        ...(isEverywhere ? {} : { languages }),
        ...(questions.length === 0 ? {} : { questions }),
      };
    });
}
