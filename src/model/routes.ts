/**
 * The one `routes` value: every page of the site with its addresses and provenance, by section in
 * reading order. It feeds sidebar, landing pages, 404, exports, search, redirects and MCP.
 */
import type { Address } from './address.ts';
import { LANGUAGES, type LanguageId } from './languages.ts';
import type { Manifest, ManifestPage } from './manifest.ts';

/** One page that readers can open, from the scrape or written by hand. */
export interface PageRoute {
  /** Below the base, with slashes at both ends: `/concepts/steps/`; `/` for the home page. */
  readonly route: string;
  /** Path with base: `/motia/concepts/steps/`. */
  readonly href: string;
  /** Absolute address. */
  readonly url: string;
  /** Route of the Markdown twin, below the base: `/concepts/steps.md`, `/index.md`. */
  readonly markdownRoute: string;
  /** Absolute address of the Markdown twin. */
  readonly markdownUrl: string;
  /** MDX file relative to the content folder: `concepts/steps.mdx`. */
  readonly file: string;
  /** Section slug; `''` for the home page and hand-written pages beside it. */
  readonly section: string;
  readonly title: string;
  readonly description: string | null;
  /** True when the scrape gave no description and the first paragraph stands in for it. */
  readonly descriptionDerived: boolean;
  readonly languages: readonly LanguageId[];
  /** Upstream path (`/docs/concepts/steps`), or null for a page written by hand. */
  readonly source: string | null;
  /** First and last line in the scrape, or null for a page written by hand. */
  readonly lines: readonly [number, number] | null;
}

/** One section with its pages in reading order. */
export interface SectionRoutes {
  readonly slug: string;
  readonly label: string;
  readonly description: string;
  /** Address of its landing page below the base: `/guides/`. */
  readonly route: string;
  readonly href: string;
  readonly url: string;
  /** The page that stands at `route`, where the scrape has one; else the landing is generated. */
  readonly index: PageRoute | undefined;
  /** All its pages, `index` included. */
  readonly pages: readonly PageRoute[];
}

/** All pages of the site, by section and in one list. */
export interface Routes {
  readonly home: PageRoute | undefined;
  readonly sections: readonly SectionRoutes[];
  /** Every page once: home, then section by section. */
  readonly pages: readonly PageRoute[];
}

/** A page under `content/` that the split did not write: its file and what its frontmatter says. */
export interface HandWrittenPage {
  readonly file: string;
  readonly title: string;
  readonly description: string | null;
  readonly languages: readonly LanguageId[];
  /** Place among the pages of its section that are written by hand; they follow the scrape's. */
  readonly order: number;
}

/**
 * Makes the `routes` value.
 * A page by hand whose folder is no section yet opens a section of that name at the end.
 * @throws Error when two files claim one route.
 */
export function routesOf(
  manifest: Manifest,
  handWritten: readonly HandWrittenPage[],
  address: Address,
): Routes {
  const scraped = manifest.pages.toSorted((a, b) => a.order - b.order);
  const written = handWritten.toSorted((a, b) => a.order - b.order || byCodeUnit(a.file, b.file));
  const slugs = new Set(manifest.sections.map(({ slug }) => slug));
  const pages = [
    ...scraped.map((page) => pageRoute(page, address)),
    ...written.map((page) => pageRoute(unsourced(page, slugs), address)),
  ];
  refuseCollisions(pages);
  const sections = sectionsOf(manifest, pages).map(({ slug, label, description }) => {
    const route = `/${slug}/`;
    const own = pages.filter((page) => page.section === slug);
    return {
      slug,
      label,
      description,
      route,
      href: address.href(route),
      url: address.absolute(route),
      index: own.find((page) => page.route === route),
      pages: own,
    };
  });
  const homes = pages.filter((page) => page.section === '');
  return {
    home: homes.find((page) => page.route === '/'),
    sections,
    pages: [...homes, ...sections.flatMap((section) => section.pages)],
  };
}

/** The route of an MDX file: `concepts/steps.mdx` → `/concepts/steps/`, `index.mdx` → `/`. */
export function routeOfFile(file: string): string {
  const path = file.replace(/\.mdx?$/, '').replace(/(^|\/)index$/, '');
  return path === '' ? '/' : `/${path}/`;
}

/** The route of a page's Markdown twin: `/concepts/steps/` → `/concepts/steps.md`, `/` → `/index.md`. */
export function markdownRouteOf(route: string): string {
  return route === '/' ? '/index.md' : `${route.slice(0, -1)}.md`;
}

/** The route of a twin in one language: `/concepts/steps.md` → `/concepts/steps.python.md`. */
export function languageRoute(markdownRoute: string, language: LanguageId): string {
  return markdownRoute.replace(/\.md$/, `.${language}.md`);
}

/** The route of a page's text as the scrape has it: `/concepts/steps.md` → `/concepts/steps.scraped.md`. */
export function scrapedRoute(markdownRoute: string): string {
  return markdownRoute.replace(/\.md$/, '.scraped.md');
}

/** What may stand before `.md` in the address of a twin that is not the page's first: its form. */
export const TWIN_FORMS: readonly string[] = ['scraped', ...LANGUAGES.map(({ id }) => id)];

/** The page of a twin: `/concepts/steps.md`, `.python.md` and `.scraped.md` → `/concepts/steps/`. */
export function pageOfTwin(markdownRoute: string): string {
  const forms = TWIN_FORMS.join('|');
  const route = markdownRoute.replace(new RegExp(`(\\.(${forms}))?\\.md$`), '/');
  return route === '/index/' ? '/' : route;
}

type Sourced = Omit<
  ManifestPage,
  'source' | 'lines' | 'blocks' | 'order' | 'sha256' | 'languages'
> &
  Pick<PageRoute, 'source' | 'lines' | 'languages'>;

/** A page beside the home page (`ai-tools.mdx`) is in no section, like it. */
function unsourced(page: HandWrittenPage, slugs: ReadonlySet<string>): Sourced {
  const route = routeOfFile(page.file);
  const first = route.split('/')[1] ?? '';
  return {
    ...page,
    route,
    section: page.file.includes('/') || slugs.has(first) ? first : '',
    descriptionDerived: false,
    source: null,
    lines: null,
  };
}

function pageRoute(page: Sourced, address: Address): PageRoute {
  const { route, file, section, title, description, descriptionDerived, languages } = page;
  const markdownRoute = markdownRouteOf(route);
  return {
    route,
    href: address.href(route),
    url: address.absolute(route),
    markdownRoute,
    markdownUrl: address.absolute(markdownRoute),
    file,
    section,
    title,
    description,
    descriptionDerived,
    languages,
    source: page.source,
    lines: page.lines,
  };
}

function sectionsOf(manifest: Manifest, pages: readonly PageRoute[]): Manifest['sections'] {
  const known = new Set(['', ...manifest.sections.map(({ slug }) => slug)]);
  const unknown = [...new Set(pages.map(({ section }) => section))].filter(
    (slug) => !known.has(slug),
  );
  return [
    ...manifest.sections.filter(({ slug }) => pages.some(({ section }) => section === slug)),
    ...unknown.map((slug) => {
      // A folder that pages by hand open is called like its own page.
      const index = pages.find(({ route }) => route === `/${slug}/`);
      return {
        slug,
        label: index?.title ?? labelOf(slug),
        description: index?.description ?? '',
      };
    }),
  ];
}

/** A readable name for a folder that has none: `build-your-first-motia-app` → `Build Your First Motia App`. */
export function labelOf(slug: string): string {
  return slug.replace(/(^|-)(.?)/g, (_, dash: string, letter: string) =>
    dash ? ` ${letter.toUpperCase()}` : letter.toUpperCase(),
  );
}

function refuseCollisions(pages: readonly PageRoute[]): void {
  const files = new Map<string, string>();
  for (const { route, file } of pages) {
    const other = files.get(route);
    if (other !== undefined) {
      throw new Error(
        `${route} is claimed by content/${other} and content/${file}: rename one of them`,
      );
    }
    files.set(route, file);
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
