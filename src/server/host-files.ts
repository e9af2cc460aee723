/** `_headers` and `_redirects`, the two files that Cloudflare Pages, Workers and Netlify read. */
import type { Address } from '../model/address.ts';
import type { HeaderRule } from './headers.ts';
import type { Redirects } from '../model/redirects.ts';

/** Cloudflare's limits, the tighter ones; what is beyond them it drops without a word. */
const LONGEST_HEADER_LINE = 2000;
const MOST_REDIRECTS = 2000;
const MOST_REDIRECT_BYTES = 100_000;

const NOTE = '# Written by the build from src/server/headers.ts and redirects.ts.\n';

/** Types that hosts give without a charset, and our texts are UTF-8. */
const TYPES: readonly HeaderRule[] = [
  { pattern: '/*.md', headers: { 'Content-Type': 'text/markdown; charset=utf-8' } },
  { pattern: '/*.txt', headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
];

/**
 * `_headers`. Hosts tell answers apart by path alone, so what is for HTML goes along with every file;
 * and they join the values of rules that name one header, so a header with a narrower rule is left to
 * the host (which revalidates) elsewhere.
 */
export function hostHeaders(rules: readonly HeaderRule[], { base }: Pick<Address, 'base'>): string {
  const lines = new Map<string, string[]>();
  for (const { pattern, headers } of [...rules, ...TYPES]) {
    const below = rules.filter((other) => other.pattern !== pattern && pattern === '/*');
    const own = Object.entries(headers).filter(
      ([name]) => !below.some((narrower) => name in narrower.headers),
    );
    const listed = own.map(([name, value]) => `  ${name}: ${value}`);
    lines.set(pattern, [...(lines.get(pattern) ?? []), ...listed]);
  }
  const blocks = [...lines].map(([pattern, own]) => [base + pattern.slice(1), ...own].join('\n'));
  return `${NOTE}${blocks.join('\n')}\n`;
}

/** `_redirects`: every moved address, with and without a slash at its end; queries go along by themselves. */
export function hostRedirects(redirects: Redirects, { href }: Pick<Address, 'href'>): string {
  const lines = [...redirects].flatMap(([from, to]) => {
    const forms = isMarkdown(from) ? [from] : [from, `${from}/`];
    return forms.map((form) => `${encodeURI(href(form))} ${encodeURI(href(to))} 301`);
  });
  return `${NOTE}${lines.join('\n')}\n`;
}

/** What a host would drop of the two files, one line each; empty when it takes all. */
export function overLimits(files: { headers: string; redirects: string }): string[] {
  const long = files.headers.split('\n').filter((line) => line.length > LONGEST_HEADER_LINE);
  const rules = files.redirects.split('\n').filter((line) => line.startsWith('/')).length;
  const bytes = Buffer.byteLength(files.redirects);
  return [
    ...long.map(
      (line) =>
        `_headers: "${line.trim().slice(0, 40)}…" has ${line.length} characters, Cloudflare reads ${LONGEST_HEADER_LINE}: fewer inline scripts and styles make a shorter policy`,
    ),
    ...(rules > MOST_REDIRECTS || bytes > MOST_REDIRECT_BYTES
      ? [
          `_redirects: ${rules} rules in ${bytes} bytes, Cloudflare reads ${MOST_REDIRECTS} in ${MOST_REDIRECT_BYTES}: serve with nginx, or drop old prefixes in src/model/redirects.ts`,
        ]
      : []),
  ];
}

/** Is this a moved address of a page's Markdown? */
export function isMarkdown(path: string): boolean {
  return /\.mdx?$/.test(path);
}
