/**
 * The response headers of the site, as data: the server of `npm start` and the files for other hosts
 * are made from this one table. A build resolves it once and keeps it in `dist/_headers.json`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Headers = Readonly<Record<string, string>>;

/** Headers for some of the site's answers; where two rules name the same header the later one wins. */
export interface HeaderRule {
  /** Paths below the base, in which one `*` may stand for any characters. */
  readonly pattern: string;
  /** Only for answers of this media type. */
  readonly type?: string;
  readonly headers: Headers;
}

/** Where a build keeps its rules. */
export const RULES_FILE = '/_headers.json';

/** Seconds for which a page or export may be shown unasked; after that it is revalidated. */
const FRESH_SECONDS = 600;

const FRESH = `public, max-age=${FRESH_SECONDS}, must-revalidate`;
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** A year, for this host alone: what else lives in the domain is not ours to decide. */
const HTTPS_ONLY = 'max-age=31536000';

/** What no page asks for, and so no script in it may. */
const UNUSED_FEATURES = ['camera', 'geolocation', 'microphone', 'payment', 'usb'];

/** What the table depends on: the policy of the built pages, and the site's own address. */
export interface Resolved {
  readonly policy: string;
  readonly site: string;
}

/** All rules of a build. */
export function headerRules({ policy, site }: Resolved): HeaderRule[] {
  return [
    {
      pattern: '/*',
      headers: {
        'Cache-Control': FRESH,
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        ...(site.startsWith('https:') && { 'Strict-Transport-Security': HTTPS_ONLY }),
        'X-Content-Type-Options': 'nosniff',
      },
    },
    {
      pattern: '/*',
      type: 'text/html',
      headers: {
        'Content-Security-Policy': policy,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
      },
    },
    // Named by a hash of their content.
    { pattern: '/_astro/*', headers: { 'Cache-Control': IMMUTABLE } },
    { pattern: '/pagefind/fragment/*', headers: { 'Cache-Control': IMMUTABLE } },
    { pattern: '/pagefind/index/*', headers: { 'Cache-Control': IMMUTABLE } },
    // By a hash of the picture that they were made from: encoded anew, they show the same.
    { pattern: '/pictures/*', headers: { 'Cache-Control': IMMUTABLE } },
  ];
}

/**
 * The rules that a build keeps.
 * @throws Error with the way out when the folder holds none.
 */
export function readHeaderRules(folder: string): HeaderRule[] {
  const file = join(folder, RULES_FILE);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as HeaderRule[];
  } catch (error) {
    throw new Error(`${file} can't be read: run "npm run build"`, { cause: error });
  }
}

/** The headers of an answer by these rules: `/_astro/x.js` → those of `/*` and of `/_astro/*`. */
export function headersFor(rules: readonly HeaderRule[], path: string, type: string): Headers {
  const matching = rules.filter(
    (rule) => matches(rule.pattern, path) && (rule.type ?? type) === type,
  );
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
