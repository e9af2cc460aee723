/** The link check over a built site: pure, from what each page links to and what the site holds. */
import type { Address } from '../model/address.ts';
import { pageOfTwin } from '../model/routes.ts';
import { placeAt, type Site } from '../server/site.ts';

/** A link as it is written, and the line where its element or text starts, from 1. */
export interface Link {
  readonly href: string;
  readonly line: number;
}

/** What the check needs to know of one page. */
export interface PageLinks {
  readonly links: readonly Link[];
  /** In order, each as often as it occurs. */
  readonly ids: readonly { readonly id: string; readonly line: number }[];
}

/** One thing that is wrong: on which page (file below the site's folder), in which line, with which link. */
export interface LinkFinding {
  readonly page: string;
  readonly line: number;
  readonly link: string;
  readonly error: string;
}

/** A built site with the links of its pages, by file: `/guides/streams/index.html`. */
export interface LinkedSite extends Site {
  readonly pages: ReadonlyMap<string, PageLinks>;
}

/**
 * Every internal link that leads nowhere, misses its anchor or leaves the base path, every redirect
 * of which the same is true, and every id that a page has twice. Links to other hosts are not followed.
 */
export function checkLinks(
  site: LinkedSite,
  address: Pick<Address, 'site' | 'base'>,
): LinkFinding[] {
  const anchors = new Map(
    [...site.pages].map(([file, { ids }]) => [file, new Set(ids.map(({ id }) => id))]),
  );
  const ground = { site, address, anchors };
  const inPages = [...site.pages].flatMap(([page, { links, ids }]) => [
    ...links.flatMap(({ href, line }) =>
      findings({ page, line, link: href }, linkError(href, page, ground)),
    ),
    ...repeatedIds(page, ids),
  ]);
  const inRedirects = [...site.redirects].flatMap(([from, to]) =>
    findings(
      { page: 'redirects', line: 0, link: `${from} → ${to}` },
      linkError(address.base + to.slice(1), '/', ground),
    ),
  );
  return [...inPages, ...inRedirects];
}

function findings(at: Omit<LinkFinding, 'error'>, error: string | undefined): LinkFinding[] {
  return error === undefined ? [] : [{ ...at, error }];
}

interface Ground {
  readonly site: LinkedSite;
  readonly address: Pick<Address, 'site' | 'base'>;
  /** The ids of each HTML file. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
}

/** More redirects in a row than this are a circle. */
const MOST_HOPS = 3;

/** What is wrong with a link on a page, or undefined. */
function linkError(link: string, page: string, ground: Ground, hops = 0): string | undefined {
  const { site, address, anchors } = ground;
  const from = address.site + address.base + page.slice(1).replace(/(^|\/)index\.html$/, '$1');
  if (!URL.canParse(link, from)) return 'is no valid address';
  const url = new URL(link, from);
  if (url.protocol === 'javascript:') return 'runs a script';
  if (url.origin !== address.site) return undefined;
  const path = decoded(url.pathname);
  if (path === undefined) return 'is not valid percent-encoded UTF-8';
  if (!path.startsWith(address.base)) return `is outside the base path ${address.base}`;

  const anchor = decoded(url.hash.slice(1).replace(/:~:.*$/, '')) ?? '';
  if (link.startsWith('#')) return anchorError(anchor, page, anchors);
  const place = placeAt(site, `/${path.slice(address.base.length)}`);
  if (place.kind === 'nothing') return 'leads nowhere';
  if (place.kind === 'redirect') {
    if (hops === MOST_HOPS) return 'is redirected in a circle';
    const to = address.base + place.to.slice(1);
    return linkError(place.to.includes('#') ? to : to + url.hash, page, ground, hops + 1);
  }
  return anchorError(anchor, place.file, anchors);
}

function anchorError(anchor: string, file: string, anchors: Ground['anchors']): string | undefined {
  const page = pageBehind(file);
  const known = ['', 'top', '_top'].includes(anchor) || (anchors.get(page)?.has(anchor) ?? true);
  return known ? undefined : `has no such anchor on ${page.replace(/index\.html$/, '')}`;
}

/** The HTML file whose anchors hold in this file: a twin, whole or in one language, has those of its page. */
function pageBehind(file: string): string {
  return file.endsWith('.md') ? `${pageOfTwin(file)}index.html` : file;
}

function repeatedIds(page: string, ids: PageLinks['ids']): LinkFinding[] {
  const places = Map.groupBy(ids, ({ id }) => id);
  return [...places].flatMap(([id, [first, second]]) =>
    first && second
      ? [
          {
            page,
            line: second.line,
            link: `#${id}`,
            error: `is an id twice, first in line ${first.line}`,
          },
        ]
      : [],
  );
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
