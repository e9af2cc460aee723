/** Makes the response headers of a built site, with the policy that its pages need: dist/_headers.json. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { address } from '../src/settings.ts';
import { commandLine } from './command-line.ts';
import { readManifest } from '../src/content/read-routes.ts';
import { headerRules, RULES_FILE } from '../src/server/headers.ts';
import { hostHeaders, hostRedirects, overLimits } from '../src/server/host-files.ts';
import { needsOfPage, needsOfSheet, type Need } from '../src/server/policy/needs.ts';
import { policyOf } from '../src/server/policy/policy.ts';
import { redirectsOf } from '../src/model/redirects.ts';

const HELP = `Usage: node scripts/write-headers.ts [--dir FOLDER]

Reads the pages of a built site (default: dist), computes its Content-Security-Policy and writes
_headers.json (for our server and scripts/deploy), _headers and _redirects (for Cloudflare, Netlify).
What no strict policy allows is one line on stderr; exit code 1 if there is any.`;

await commandLine(HELP, { dir: { type: 'string', default: 'dist' } }, ({ dir }) => {
  const policy = policyOf(readNeeds(dir));
  const rules = headerRules({ policy, site: address.site });
  const headers = hostHeaders(rules, address);
  const redirects = hostRedirects(redirectsOf(readManifest()), address);
  writeFileSync(join(dir, RULES_FILE), `${JSON.stringify(rules, null, 2)}\n`);
  writeFileSync(join(dir, '_headers'), headers);
  writeFileSync(join(dir, '_redirects'), redirects);
  for (const limit of overLimits({ headers, redirects })) console.warn(limit);
  const hashes = policy.match(/'sha256-/g)?.length ?? 0;
  console.log(`a policy with ${hashes} hashes in ${RULES_FILE}, _headers; redirects in _redirects`);
});

/** @throws Error when a page holds what the policy refuses; each place is told on stderr. */
function readNeeds(dir: string): Need[] {
  const files = globSync('**/*.{html,css}', { cwd: dir }).toSorted();
  if (!files.includes('index.html')) throw new Error(`${dir}/ holds no built site`);
  let refused = 0;
  const needs = files.flatMap((file) => {
    const text = readFileSync(join(dir, file), 'utf8');
    if (file.endsWith('.css')) return needsOfSheet(text);
    const page = needsOfPage(text, address.site);
    for (const { line, what, way } of page.refusals)
      console.error(`${file}:${line}: ${what}: ${way}`);
    refused += page.refusals.length;
    return page.needs;
  });
  if (refused > 0) throw new Error(`${refused} places that the Content-Security-Policy refuses`);
  return needs;
}
