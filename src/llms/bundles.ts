/** Many pages in one file: `llms-full.txt` and its parts. */
import { DEFAULT_LANGUAGE, LANGUAGES, type LanguageId } from '../model/languages.ts';
import { countTokens, titleLine } from '../markdown/index.ts';
import { NOTES_ROUTE } from '../notes/list.ts';
import type { PageRoute, SectionRoutes } from '../model/routes.ts';
import { whenScraped } from '../model/scrape-date.ts';
import type { Library } from './library.ts';

/** What is in a bundle. */
export interface BundlePlan {
  /** Below the base: `/llms-full.txt`. */
  readonly route: string;
  /** What it is, in a line. */
  readonly title: string;
  readonly pages: readonly PageRoute[];
  /** Where a page offers several languages, only this one's tabs. */
  readonly language?: LanguageId;
}

export interface Bundle extends BundlePlan {
  /** The file: what it is, its tokens, the scrape's date and where the rest is, then the pages. */
  readonly text: string;
  /** Tokens of `text` (o200k_base). */
  readonly tokens: number;
}

/** The sections one needs at hand while building, for small contexts. */
const SMALL_SECTIONS: readonly string[] = ['getting-started', 'concepts', 'guides', 'reference'];

/** The bundles that stand at the root, filled. */
export function bundlesOf(library: Library): Bundle[] {
  return plansOf(library).map((plan) => fill(library, plan));
}

function plansOf({ routes }: Library): BundlePlan[] {
  // The notes stand on the pages that they are about.
  const pages = routes.pages.filter(({ route }) => !route.startsWith(NOTES_ROUTE));
  return [
    { route: '/llms-full.txt', title: 'every page, in all languages', pages },
    ...LANGUAGES.map(({ id, label }) => ({
      route: `/llms-full-${id}.txt`,
      title: `every page, with only ${label} where a page offers several languages`,
      pages,
      language: id,
    })),
    {
      route: '/llms-small.txt',
      title: `getting started, concepts, guides and reference, with only ${DEFAULT_LANGUAGE.label} where a page offers several languages`,
      pages: pages.filter(({ section }) => SMALL_SECTIONS.includes(section)),
      language: DEFAULT_LANGUAGE.id,
    },
  ];
}

/** One section's pages, for `/<section>/llms-full.txt`. */
export function sectionBundle(library: Library, section: SectionRoutes): Bundle {
  return fill(library, {
    route: `${section.route}llms-full.txt`,
    title: `all pages of “${section.label}”, in all languages`,
    pages: section.pages,
  });
}

function fill(library: Library, plan: BundlePlan): Bundle {
  const pages = plan.pages.flatMap((page) => [
    '---',
    titleLine(page.title),
    `URL: ${page.url}`,
    library.read(page, plan.language).markdown,
  ]);
  const textWith = (tokens: number) =>
    `${[...headOf(library, plan, tokens), ...pages].join('\n\n')}\n`;
  // The number stands in the text that it counts, where it is one token or two.
  let tokens = countTokens(textWith(0));
  while (countTokens(textWith(tokens)) !== tokens) tokens = countTokens(textWith(tokens));
  return { ...plan, text: textWith(tokens), tokens };
}

function headOf(library: Library, plan: BundlePlan, tokens: number): string[] {
  const { scrape, address } = library;
  const count = plan.pages.length === 1 ? '1 page' : `${plan.pages.length} pages`;
  const others = plansOf(library).filter(({ route }) => route !== plan.route);
  return [
    `# Motia documentation: ${plan.title}`,
    `> ${count}, ${tokens} tokens (o200k_base). Unofficial; as scraped from ${scrape.upstream} ${whenScraped(scrape.date)}.`,
    'The rest:',
    [
      `- ${address.absolute('/llms.txt')}: the list of all pages, each a Markdown file`,
      ...others.map(({ route, title }) => `- ${address.absolute(route)}: ${title}`),
    ].join('\n'),
  ];
}
