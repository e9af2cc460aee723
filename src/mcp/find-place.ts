/** Finds the page that an agent means, by whatever address it has. */
import { LANGUAGES, type LanguageId } from '../model/languages.ts';
import type { PagesJson } from '../llms/pages-json.ts';
import { nearest } from '../model/nearest.ts';
import { percentDecoded } from '../model/percent-decoded.ts';
import { upstreamPathOf } from '../model/redirects.ts';
import { addressOf, type Place } from './docs.ts';

/** A page as it was asked for. */
export interface Asked {
  readonly place: Place;
  /** Id of a heading, `''` for the whole page. */
  readonly anchor: string;
  /** The language that the address names (`/concepts/steps.python.md`). */
  readonly language: LanguageId | undefined;
}

const ENDINGS = /(\/index)?\.(md|mdx|html)$|\/index$/;
const VARIANT = new RegExp(`\\.(${LANGUAGES.map(({ id }) => id).join('|')})(?=\\.md$)`);
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * The page at an id, a route, a URL (ours or upstream's), an upstream path, or any of these with a
 * Markdown ending, an anchor, or without a slash.
 * @throws Error that lists the nearest pages, when there is none.
 */
export function findPlace(facts: PagesJson, asked: string): Asked {
  const { path, anchor } = partsOf(facts, asked.trim());
  const language = VARIANT.exec(path)?.[1] as LanguageId | undefined;
  const plain = path.replace(VARIANT, '').replace(ENDINGS, '').replace(/\/+$/, '');
  const route = `${plain}/`;
  const source = upstreamPathOf(plain);
  const target =
    facts.redirects.find(({ from }) => from === source)?.to ??
    facts.pages.find((page) => page.source === source)?.route ??
    route;
  const [targetRoute = '', targetAnchor = ''] = target.split('#', 2);
  const place =
    facts.pages.find((page) => page.route === targetRoute) ??
    facts.sections.find((section) => section.route === targetRoute);
  if (!place) throw new Error(noPlace(facts, asked, plain));
  return { place, anchor: anchor || targetAnchor, language };
}

/** Path below the base, without origin and query, and anchor. */
function partsOf(facts: PagesJson, asked: string): { path: string; anchor: string } {
  const { origin, base } = addressOf(facts);
  const url = URL.canParse(asked) ? new URL(asked) : undefined;
  // Seen from this machine, a site goes by any of its names and perhaps another port than at its build.
  const isOurs = url && (url.origin === origin || LOOPBACK.test(url.host));
  const [wanted = '', hash = ''] = (url ? url.pathname + url.hash : asked).split('#', 2);
  const path = percentDecoded(wanted.split('?', 1)[0] ?? '').replace(/^\/*/, '/');
  const below = (isOurs || !url) && path.startsWith(base) ? path.slice(base.length - 1) : path;
  // Nothing of ours stands at a foreign address, unless it is where upstream publishes.
  const isForeign = url && !isOurs && !sameHost(url.host, facts.upstream);
  return { path: isForeign ? `/${url.host}${path}` : below, anchor: percentDecoded(hash) };
}

function sameHost(host: string, origin: string): boolean {
  const plain = (name: string) => name.replace(/^www\./, '');
  return plain(host) === plain(new URL(origin).host);
}

function noPlace({ pages }: PagesJson, asked: string, path: string): string {
  const near = nearest(path, pages).map(({ route, title }) => `${route} (${title})`);
  const hint = near.length > 0 ? `nearest pages: ${near.join(', ')}` : 'list_pages lists all pages';
  return `No page at ${JSON.stringify(asked.slice(0, 200))}; ${hint}`;
}
