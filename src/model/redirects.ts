/** The one table of moved addresses, from the manifest: server, link check and host rules read it. */
import type { ManifestRedirect } from './manifest.ts';
import { markdownRouteOf } from './routes.ts';

/** From a path without trailing slash to a route or file, perhaps with an anchor; both below the base. */
export type Redirects = ReadonlyMap<string, string>;

/** Upstream's docs, and the same under the prefix that scrapes of mid-2025 use. */
const UPSTREAM_PREFIX = '/docs';
const OLDER_PREFIX = '/llm-docs';

/** The ways in which links name the Markdown of an upstream path: they lead to our twin. */
const MARKDOWN_FORMS = ['.md', '.mdx', '/index.md', '/index.mdx'];

/** What moved addresses are made from: the manifest, or `pages.json` of a build. */
export interface Moved {
  readonly pages: readonly { readonly source: string | null; readonly route: string }[];
  readonly redirects: readonly ManifestRedirect[];
}

/**
 * Every upstream address of every page (its `source`, with and without Markdown endings, also under
 * `/llm-docs`) and every alias of the manifest, sorted by address. A page's own source wins over an
 * alias of the same name.
 */
export function redirectsOf({ pages, redirects }: Moved): Redirects {
  const moved = [
    ...redirects.map(({ from, to }) => [from, to] as const),
    ...pages.flatMap(({ source, route }) => (source === null ? [] : [[source, route] as const])),
  ];
  const forms = moved.flatMap(([from, to]) =>
    prefixForms(from).flatMap((path): [string, string][] => [
      [path, to],
      ...MARKDOWN_FORMS.map((ending): [string, string] => [path + ending, twinOf(to)]),
    ]),
  );
  return new Map([...new Map(forms)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** An upstream path under its present prefix: `/llm-docs/concepts` → `/docs/concepts`. */
export function upstreamPathOf(path: string): string {
  const isOlder = path === OLDER_PREFIX || path.startsWith(`${OLDER_PREFIX}/`);
  return isOlder ? UPSTREAM_PREFIX + path.slice(OLDER_PREFIX.length) : path;
}

function prefixForms(path: string): string[] {
  const isUpstream = path === UPSTREAM_PREFIX || path.startsWith(`${UPSTREAM_PREFIX}/`);
  return isUpstream ? [path, OLDER_PREFIX + path.slice(UPSTREAM_PREFIX.length)] : [path];
}

function twinOf(target: string): string {
  const [route = '', anchor] = target.split('#', 2);
  return markdownRouteOf(route) + (anchor === undefined ? '' : `#${anchor}`);
}
