/** A built site for hosts that only copy files: which files, and pages in place of headers and redirects. */
import type { Address } from '../model/address.ts';
import { escapeHtml } from '../html/escape.ts';
import { isMarkdown } from './host-files.ts';
import { policyForMeta } from './policy/policy.ts';
import type { Redirects } from '../model/redirects.ts';
import { RULES_FILE } from './headers.ts';

/** Files that only our own server and nginx read. */
export function isForServers(file: string): boolean {
  return file === RULES_FILE || /\.(br|gz)$/.test(file);
}

/** A page with the policy in its head, for hosts that send no headers of ours. */
export function withPolicy(html: string, policy: string): string {
  // Browsers look for the charset in the first kilobyte, so that one stays first.
  const charset = /<meta charset="utf-8"\s*\/?>/i.exec(html);
  if (!charset)
    throw new Error('a page has no <meta charset="utf-8">, after which the policy goes');
  const at = charset.index + charset[0].length;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policyForMeta(policy))}">`;
  return html.slice(0, at) + meta + html.slice(at);
}

/**
 * A small file for every moved address: a page that leads on by itself, or a line of Markdown.
 * `.mdx` has no type by which hosts would serve it as text, and gets none.
 * @returns text by file below the base: `/docs/concepts/steps/index.html`
 * @throws Error when an address is no plain path
 */
export function fallbackFiles(
  redirects: Redirects,
  { href, absolute }: Pick<Address, 'href' | 'absolute'>,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const [from, to] of redirects) {
    refuseOddPath(from);
    const target = encodeURI(to);
    if (from.endsWith('.md')) files.set(from, `This page has moved to ${absolute(target)}\n`);
    else if (!isMarkdown(from)) {
      files.set(`${from}/index.html`, fallbackPage(href(target), absolute(target)));
    }
  }
  return files;
}

/** Valid under any policy: it holds no script and no style. */
function fallbackPage(href: string, url: string): string {
  const [path, full] = [escapeHtml(href), escapeHtml(url)];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta http-equiv="refresh" content="0; url=${path}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>This page has moved</title>
<link rel="canonical" href="${full}">
</head>
<body>
<main>
<h1>This page has moved</h1>
<p>It is now at <a href="${path}">${full}</a>.</p>
</main>
</body>
</html>
`;
}

function refuseOddPath(path: string): void {
  const segments = path.split('/').slice(1);
  const isOdd = (segment: string) => segment === '' || /^\.+$|[\\\0]/.test(segment);
  if (path.startsWith('/') && !segments.some(isOdd)) return;
  throw new Error(`${JSON.stringify(path)} is a moved address, but no plain path`);
}
