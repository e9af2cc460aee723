/** Markdown twins of a library's pages. */
import { LANGUAGES, type Language, type LanguageId } from '../languages.ts';
import { twin, type Twin } from '../markdown/index.ts';
import { languageRoute, type PageRoute } from '../routes.ts';
import { TWIN_BUDGET } from './budget.ts';
import type { Library } from './library.ts';

/**
 * Makes a page's twin; with a language, the one that shows only that language's tabs.
 * A page that in all its languages would pass `TWIN_BUDGET` shows the first, and says where the
 * others are; nothing else is left out.
 */
export function twinOf(library: Library, page: PageRoute, language?: LanguageId): Twin {
  if (language) return make(library, page, language, []);
  const variants = languagesThatDiffer(library, page);
  const whole = make(library, page, undefined, variants);
  const [first, ...others] = variants;
  return first && whole.text.length >= TWIN_BUDGET ? make(library, page, first.id, others) : whole;
}

function make(
  library: Library,
  page: PageRoute,
  language: LanguageId | undefined,
  variants: readonly Language[],
): Twin {
  const { scrape, address } = library;
  return twin(library.read(page, language).markdown, {
    title: page.title,
    description: page.description,
    canonical: page.url,
    source: page.source === null ? null : scrape.upstream + page.source,
    scraped: scrape.date,
    language: LANGUAGES.find(({ id }) => id === language)?.label,
    index: address.absolute('/llms.txt'),
    variants: variants.map(({ id, label }) => ({
      label,
      url: address.absolute(languageRoute(page.markdownRoute, id)),
    })),
  });
}

/** The languages that a page has, in their settled order. */
export function languagesOf(page: PageRoute): Language[] {
  return LANGUAGES.filter(({ id }) => page.languages.includes(id));
}

function languagesThatDiffer(library: Library, page: PageRoute): Language[] {
  const whole = library.read(page).markdown;
  return languagesOf(page).filter(({ id }) => library.read(page, id).markdown !== whole);
}
