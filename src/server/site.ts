/** A built site as the server and the link check know it, and what stands at each of its paths. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { markdownRouteOf } from '../model/routes.ts';
import type { Redirects } from '../model/redirects.ts';

/** File names and redirects; all paths start with `/` and are below the base. */
export interface Site {
  readonly files: ReadonlySet<string>;
  readonly redirects: Redirects;
}

/**
 * What a path leads to. A `page` is an HTML file at a route with, where it has one, its Markdown
 * `twin`; `to` of a redirect may carry an anchor.
 */
export type Place =
  | { readonly kind: 'page'; readonly file: string; readonly twin: string | undefined }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'nothing' };

/** The page that answers for every path where nothing is. */
export const NOT_FOUND_PAGE = '/404.html';

/** Endings of a file's compressed copies, which are never addresses of their own. */
export const COMPRESSED = { br: '.br', gzip: '.gz' } as const;

/** Files that tell a host how to serve the others; no addresses either. */
const HOST_FILES = /^\/_[a-z]+(\.json)?$/;

/** Does this file tell a host how to serve the others? */
export function isHostFile(path: string): boolean {
  return HOST_FILES.test(path);
}

/** Is this file the site's own business, which nobody gets by its name? */
export function isHidden(path: string): boolean {
  return path === NOT_FOUND_PAGE || isHostFile(path) || /\.(br|gz)$/.test(path);
}

/** Lists the files of a built site, which is not watched: a new build needs a new `Site`. */
export function readSite(folder: string, redirects: Redirects): Site {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .map((file) => `/${file.split(sep).join('/')}`);
  return { files: new Set(files), redirects };
}

/**
 * What stands at a decoded path below the base. Moved addresses come first, so that a static
 * fallback page never hides the real redirect. Every target is a name that the site itself has.
 */
export function placeAt({ files, redirects }: Site, path: string): Place {
  const moved = redirects.get(path.replace(/\/$/, ''));
  if (moved !== undefined) return { kind: 'redirect', to: moved };

  const canonical = canonicalPath(files, path);
  if (canonical !== undefined) return { kind: 'redirect', to: canonical };

  if (path.endsWith('/') && files.has(`${path}index.html`)) {
    const twin = markdownRouteOf(path);
    return { kind: 'page', file: `${path}index.html`, twin: files.has(twin) ? twin : undefined };
  }
  return files.has(path) && !isHidden(path) ? { kind: 'file', file: path } : { kind: 'nothing' };
}

/** The address that a page or twin goes by, for the other ways to write it. */
function canonicalPath(files: ReadonlySet<string>, path: string): string | undefined {
  const folder = path.replace(/(\/index)?\.html$/, '');
  if (!path.endsWith('/') && files.has(`${folder}/index.html`)) return `${folder}/`;

  const twin = path.replace(/\/index\.md$/, '.md');
  return twin !== path && !files.has(path) && files.has(twin) ? twin : undefined;
}

/**
 * Every other way to write the address of a page or twin, with where it leads, sorted: what `placeAt`
 * says, for hosts that need a list.
 */
export function canonicalMoves(site: Site): (readonly [from: string, to: string])[] {
  const routes = [...site.files].filter((file) => file.endsWith('/index.html'));
  return routes
    .map((file) => file.replace(/\/index\.html$/, ''))
    .flatMap((path) => [path, `${path}.html`, `${path}/index.html`, `${path}/index.md`])
    .filter((from) => from.startsWith('/'))
    .toSorted()
    .flatMap((from) => {
      const place = site.redirects.has(from) ? undefined : placeAt(site, from);
      return place?.kind === 'redirect' ? [[from, place.to] as const] : [];
    });
}
