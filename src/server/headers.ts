/**
 * The response headers of the site, as data: the server of `npm start` and the files for other hosts
 * are made from this one table.
 */

export type Headers = Readonly<Record<string, string>>;

/**
 * Headers for the paths (below the base) that match a pattern, in which one `*` may stand
 * for any characters. The Content-Security-Policy will join the first rule once it is computed from the build.
 */
export interface HeaderRule {
  readonly pattern: string;
  readonly headers: Headers;
}

/** Seconds for which a page or export may be shown unasked; after that it is revalidated. */
const FRESH_SECONDS = 600;

const FRESH = `public, max-age=${FRESH_SECONDS}, must-revalidate`;
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** All rules; where two name the same header the later one wins. */
export const HEADER_RULES: readonly HeaderRule[] = [
  {
    pattern: '/*',
    headers: {
      'Cache-Control': FRESH,
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  },
  // Named by a hash of their content.
  { pattern: '/_astro/*', headers: { 'Cache-Control': IMMUTABLE } },
  { pattern: '/pagefind/fragment/*', headers: { 'Cache-Control': IMMUTABLE } },
  { pattern: '/pagefind/index/*', headers: { 'Cache-Control': IMMUTABLE } },
];

/** The headers of a path by these rules: `/_astro/x.js` → those of `/*` and of `/_astro/*`. */
export function headersFor(path: string, rules: readonly HeaderRule[] = HEADER_RULES): Headers {
  const matching = rules.filter(({ pattern }) => matches(pattern, path));
  return Object.assign({}, ...matching.map(({ headers }) => headers));
}

/** Caching for a negotiated form: by the client only, as many shared caches overlook `Vary`. */
export function privately(cacheControl: string): string {
  return cacheControl.replace(/\bpublic\b/, 'private');
}

function matches(pattern: string, path: string): boolean {
  const [prefix = '', suffix] = pattern.split('*');
  if (suffix === undefined) return path === pattern;
  return (
    path.length >= prefix.length + suffix.length && path.startsWith(prefix) && path.endsWith(suffix)
  );
}
