/** The site's Content-Security-Policy (CSP Level 3): one for all pages, strict, as one line. */
import { PAGE_DIRECTIVES, type Need } from './needs.ts';

/** What every page is allowed; what the pages need besides is added to it. */
const BASE: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  // Pagefind is WebAssembly.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'media-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': [],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  // No code of ours or of Starlight's writes HTML or script addresses from strings, so no policy
  // for it needs to exist.
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
};

/** Directives that a `<meta>` element must leave out (CSP 3, 3.3). */
const HEADER_ONLY = ['frame-ancestors'];

/** The policy under which pages with these needs work; the same for the same needs in any order. */
export function policyOf(needs: Iterable<Need>): string {
  const sources = Map.groupBy(needs, ({ directive }) => directive);
  return Object.entries(BASE)
    .map(([name, base]) => {
      const directive = PAGE_DIRECTIVES.find((known) => known === name);
      const own = directive ? (sources.get(directive) ?? []).map(({ source }) => source) : [];
      const listed = [...base, ...[...new Set(own)].toSorted()];
      return [name, ...(listed.length > 0 ? listed : ["'none'"])].join(' ');
    })
    .join('; ');
}

/** The policy as far as a `<meta>` element may say it, for hosts that send no headers. */
export function policyForMeta(policy: string): string {
  return policy
    .split('; ')
    .filter((directive) => !HEADER_ONLY.includes(directive.split(' ', 1)[0] ?? ''))
    .join('; ');
}
