/** Markdown twins of a library's pages. */
import { LANGUAGES, type Language, type LanguageId } from '../model/languages.ts';
import type { Address } from '../model/address.ts';
import type { Manifest } from '../model/manifest.ts';
import { twin, type PageMarkdown, type Twin, type TwinFacts } from '../markdown/index.ts';
import { fewOf } from '../model/asked.ts';
import { languageRoute, scrapedRoute, type PageRoute } from '../model/routes.ts';
import { daysOf } from '../model/scrape-date.ts';
import { TWIN_BUDGET } from './budget.ts';

/** What twins are made from: facts about the scrape, and the Markdown of its pages. */
export interface Pages {
  readonly scrape: Manifest['scrape'];
  readonly address: Address;
  /**
   * A page's Markdown: whole, or with one language's tabs where it offers several. Rendered once.
   * @throws PageError when the page can't become Markdown.
   */
  read(page: PageRoute, language?: LanguageId): PageMarkdown;
  /** A page's Markdown as the scrape has it: no code mended, no words of ours. */
  readScraped(page: PageRoute): PageMarkdown;
  /** The questions that each section of a page answers, by anchor (`''` for the top), in order. */
  asks(page: PageRoute): ReadonlyMap<string, readonly string[]>;
}

/**
 * Makes a page's twin; with a language, the one that shows only that language's tabs.
 * A page that in all its languages would pass `TWIN_BUDGET` shows the first, and says where the
 * others are; nothing else is left out.
 */
export function twinOf(pages: Pages, page: PageRoute, language?: LanguageId): Twin {
  if (language) return make(pages, page, language, []);
  const variants = languagesThatDiffer(pages, page);
  const whole = make(pages, page, undefined, variants);
  const [first, ...others] = variants;
  return first && whole.text.length >= TWIN_BUDGET ? make(pages, page, first.id, others) : whole;
}

/** The twin of a page as the scrape has it; undefined where the page's own says the same. */
export function scrapedTwinOf(pages: Pages, page: PageRoute): Twin | undefined {
  if (!isChanged(pages, page)) return undefined;
  return twin(pages.readScraped(page).markdown, factsOf(pages, page, undefined, []));
}

function isChanged(pages: Pages, page: PageRoute): boolean {
  // A page by hand is in no scrape.
  return page.source !== null && pages.readScraped(page).markdown !== pages.read(page).markdown;
}

function make(
  pages: Pages,
  page: PageRoute,
  language: LanguageId | undefined,
  variants: readonly Language[],
): Twin {
  const asScraped = pages.address.absolute(scrapedRoute(page.markdownRoute));
  return twin(pages.read(page, language).markdown, {
    ...factsOf(pages, page, language, variants),
    ...(isChanged(pages, page) ? { asScraped } : {}),
  });
}

function factsOf(
  { scrape, address, asks }: Pages,
  page: PageRoute,
  language: LanguageId | undefined,
  variants: readonly Language[],
): TwinFacts {
  return {
    title: page.title,
    description: page.description,
    canonical: page.url,
    source: page.source === null ? null : scrape.upstream + page.source,
    scraped: daysOf(scrape.date),
    questions: fewOf([...asks(page).values()]),
    language: LANGUAGES.find(({ id }) => id === language)?.label,
    index: address.absolute('/llms.txt'),
    variants: variants.map(({ id, label }) => ({
      label,
      url: address.absolute(languageRoute(page.markdownRoute, id)),
    })),
  };
}

/** The languages that a page has, in their settled order. */
export function languagesOf(page: PageRoute): Language[] {
  return LANGUAGES.filter(({ id }) => page.languages.includes(id));
}

function languagesThatDiffer(pages: Pages, page: PageRoute): Language[] {
  const whole = pages.read(page).markdown;
  return languagesOf(page).filter(({ id }) => pages.read(page, id).markdown !== whole);
}
