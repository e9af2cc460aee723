/** The whole documentation as a value: what every export reads. */
import type { Root, RootContent } from 'mdast';
import { isRootRelative, type Address } from '../model/address.ts';
import { LANGUAGES, type LanguageId } from '../model/languages.ts';
import type { Manifest } from '../model/manifest.ts';
import { withOwnAddress } from '../model/address.ts';
import { asksOf, type AskedEntry } from '../model/asked.ts';
import type { Fixes } from '../code/fixes.ts';
import { mendTree } from '../code/mend-tree.ts';
import type { Sample } from '../code/samples.ts';
import { parsePage, renderPage, type PageMarkdown, type Twin } from '../markdown/index.ts';
import { listOf, listOn, NOTES_ROUTE, shownOf } from '../notes/list.ts';
import type { LackingName } from '../notes/lacking.ts';
import { mentionsOn } from '../notes/mentions.ts';
import { placeNotes } from '../notes/place.ts';
import { quoteOf, quoteOfWords } from '../notes/quote.ts';
import type { NoteGroup } from '../notes/table.ts';
import { markdownRouteOf, type PageRoute, type Routes } from '../model/routes.ts';
import { scrapedTwinOf, twinOf, type Pages } from './twins.ts';

/** Facts about the scrape, all pages, and their Markdown. */
export interface Library extends Pages {
  readonly redirects: Manifest['redirects'];
  readonly routes: Routes;
  /** A page's twin, whole or in one language. Put together once. */
  twin(page: PageRoute, language?: LanguageId): Twin;
  /** The twin of a page as the scrape has it; undefined where nothing is changed. */
  scrapedTwin(page: PageRoute): Twin | undefined;
  /** Has a refresh changed the docs, so that there is a page about it? */
  readonly hasChanges: boolean;
  /** All editor's notes as Markdown, with the places that they are about and their proof. */
  notes(): string;
  /** The notes that are told: those of which a claim still stands on some page. */
  shownNotes(): readonly NoteGroup[];
  /** The list of notes that stands on a page of the site; empty on a page that is not for them. */
  notesOn(route: string): RootContent[];
}

/** Where the pages' texts and pictures are. */
export interface Shelves {
  /** The MDX of a file below `content/`. */
  readMdx(file: string): string;
  /** `content/_source/images.json`: the upstream address by key. */
  readonly pictures: Readonly<Record<string, { readonly upstream: string }>>;
  /** `content/_source/asked/`. */
  readonly asked: readonly AskedEntry[];
  /** Reviewed rewrites of upstream's code. */
  readonly fixes: Fixes;
  /** What is said of the code blocks of a page (its MDX file), by their ordinals. */
  samples(file: string): ReadonlyMap<number, Sample>;
  /** Names that the docs use and the packages lack. */
  readonly lacking: readonly LackingName[];
  /** The editor's notes in their groups. */
  readonly notes: readonly NoteGroup[];
  /** Has a refresh changed the docs? */
  readonly hasChanges?: boolean;
}

/** Makes the library. Nothing is read before it is asked for, and nothing twice. */
export function libraryOf(
  { scrape, redirects }: Manifest,
  routes: Routes,
  address: Address,
  shelves: Shelves,
): Library {
  const nameOf = (page: PageRoute) => `content/${page.file}`;
  const textOf = (page: PageRoute) => {
    const text = shelves.readMdx(page.file);
    return page.source === null ? withOwnAddress(text, address) : text;
  };
  const notes = shelves.notes.flatMap((group) => group.notes);
  const scraped = once((page) => {
    const mdx = textOf(page);
    return { tree: parsePage(mdx, nameOf(page)), mdx, title: page.title };
  });
  const pageOf = (route: string) => {
    const page = routes.pages.find((one) => one.route === route);
    return page && scraped(page);
  };
  const own = once((page) => {
    const { tree, mdx } = structuredClone(scraped(page));
    const samples = shelves.samples(page.file);
    const named = mentionsOn({ tree, mdx }, page.file, shelves.lacking, (ordinal) =>
      samples.has(ordinal),
    );
    placeNotes({ tree, mdx }, notes, page.route, quoteOf, named);
    // After the notes: what is said of a block stands nearer to it than they do.
    mendTree(tree, page.file, shelves.fixes, samples, quoteOfWords);
    if (page.route.startsWith(NOTES_ROUTE)) {
      tree.children.push(...listOn(page.route, shelves.notes, pageOf, true));
    }
    return tree;
  });
  const render = (tree: Root, page: PageRoute, language?: LanguageId) =>
    renderPage(tree, page.title, {
      file: nameOf(page),
      link: (href) => markdownAddress(href, page, routes, address),
      picture: (src) => shelves.pictures[src]?.upstream ?? absoluteAddress(src),
      language,
    });
  const library: Library = {
    scrape,
    redirects,
    routes,
    address,
    hasChanges: shelves.hasChanges === true,
    read: oncePerVariant((page, language) => render(own(page), page, language)),
    readScraped: once((page) => render(scraped(page).tree, page)),
    asks: once((page) => asksByAnchor(library.read(page), page.route, shelves.asked)),
    twin: oncePerVariant((page, language) => twinOf(library, page, language)),
    scrapedTwin: once((page) => scrapedTwinOf(library, page)),
    notes: () =>
      renderPage({ type: 'root', children: listOf(shelves.notes, pageOf) }, '', {
        file: 'content/_source/notes.yaml',
        link: (href) => markdownAddress(href, undefined, routes, address),
        picture: absoluteAddress,
      }).markdown,
    shownNotes: () => shownOf(shelves.notes, pageOf),
    notesOn: (route) => (route.startsWith(NOTES_ROUTE) ? listOn(route, shelves.notes, pageOf) : []),
  };
  return library;
}

function asksByAnchor(
  { sections }: PageMarkdown,
  route: string,
  asked: readonly AskedEntry[],
): Map<string, readonly string[]> {
  const own = sections.filter(({ anchor }) => anchor !== '');
  const asks = asksOf(asked, { route, headings: ['', ...own.map(({ heading }) => heading)] });
  return new Map(
    ['', ...own.map(({ anchor }) => anchor)].map((anchor, at) => [anchor, asks[at] ?? []]),
  );
}

/**
 * The absolute address for a link on a page: a page of ours (or a section's landing page) becomes
 * its twin, with the anchor; the rest of our site and foreign addresses stay themselves.
 */
function markdownAddress(
  href: string,
  page: PageRoute | undefined,
  routes: Routes,
  address: Address,
): string {
  if (href.startsWith('#')) return (page?.markdownUrl ?? '') + href;
  if (!isRootRelative(href)) return href;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(href) ?? [];
  const route = path.endsWith('/') ? path : `${path}/`;
  const isOurs = [...routes.pages, ...routes.sections].some((ours) => ours.route === route);
  return address.absolute(isOurs ? markdownRouteOf(route) + rest : href);
}

type PerVariant<Value> = (page: PageRoute, language?: LanguageId) => Value;

/** Makes a value at most once for each page and language. */
function oncePerVariant<Value>(make: PerVariant<Value>): PerVariant<Value> {
  const whole = once((page: PageRoute) => make(page));
  const variants = new Map(LANGUAGES.map(({ id }) => [id, once((page) => make(page, id))]));
  return (page, language) => ((language && variants.get(language)) ?? whole)(page);
}

function once<Value>(make: (page: PageRoute) => Value): (page: PageRoute) => Value {
  const made = new Map<PageRoute, Value>();
  return (page) => {
    const value = made.get(page) ?? make(page);
    made.set(page, value);
    return value;
  };
}

/** A picture that is neither known nor at a full address cannot be shown. */
const absoluteAddress = (src: string): string | undefined =>
  /^https?:\/\//.test(src) ? src : undefined;
