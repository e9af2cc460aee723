/** All files that end in `.md`. */
import { twin, type Twin } from '../markdown/index.ts';
import {
  languageRoute,
  markdownRouteOf,
  scrapedRoute,
  type SectionRoutes,
} from '../model/routes.ts';
import { listEntries, pageEntry } from './entries.ts';
import type { Library } from './library.ts';
import { languagesOf } from './twins.ts';

/** One file to serve: `route` below the base (`/concepts/steps.python.md`). */
export interface TwinFile {
  readonly route: string;
  readonly text: string;
}

/**
 * Every twin: of each page, of each generated landing page, of each page in one language, and of each
 * page that we change as the scrape has it.
 * `/guides/streams.md` (canonical) is also `/guides/streams/index.md`.
 */
export function twinFiles(library: Library): TwinFile[] {
  const { pages, sections } = library.routes;
  const whole = [
    ...pages.map((page) => ({ route: page.markdownRoute, text: library.twin(page).text })),
    ...sections
      .filter(({ index }) => index === undefined)
      .map((section) => ({
        route: markdownRouteOf(section.route),
        text: landingTwin(library, section).text,
      })),
  ];
  const inOneLanguage = pages.flatMap((page) =>
    languagesOf(page).map((language) => ({
      route: languageRoute(page.markdownRoute, language.id),
      text: library.twin(page, language.id).text,
    })),
  );
  const scraped = pages.flatMap((page) => {
    const twin = library.scrapedTwin(page);
    return twin ? [{ route: scrapedRoute(page.markdownRoute), text: twin.text }] : [];
  });
  const secondForms = whole
    .filter(({ route }) => route !== '/index.md')
    .map(({ route, text }) => ({ route: route.replace(/\.md$/, '/index.md'), text }));
  return [...whole, ...inOneLanguage, ...scraped, ...secondForms];
}

/** The twin of a landing page that no page of the scrape stands at: its list. */
function landingTwin(library: Library, section: SectionRoutes): Twin {
  return twin(listEntries(section.pages.map((page) => pageEntry(library, page))), {
    title: section.label,
    description: section.description,
    canonical: section.url,
    source: null,
    scraped: library.scrape.date,
    index: library.address.absolute('/llms.txt'),
    variants: [],
    questions: [],
  });
}
