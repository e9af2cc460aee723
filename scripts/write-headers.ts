/** Makes the response headers of a built site, with the policy that its pages need: dist/_headers.json. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './command-line.ts';
import { readBuilt } from '../src/server/built.ts';
import { headerRules, RULES_FILE } from '../src/server/headers.ts';
import { hostHeaders, hostRedirects, overLimits } from '../src/server/host-files.ts';
import { needsOfPage, needsOfSheet, type Need } from '../src/server/policy/needs.ts';
import { policyOf } from '../src/server/policy/policy.ts';

const HELP = `Usage: node scripts/write-headers.ts [--dir FOLDER]

Reads the pages of a built site (default: dist), computes its Content-Security-Policy and writes
_headers.json (for our server and scripts/deploy), _headers and _redirects (for Cloudflare, Netlify).
What no strict policy allows is one line on stderr; exit code 1 if there is any.`;

await commandLine(HELP, { dir: { type: 'string', default: 'dist' } }, ({ dir }) => {
  const { site, address } = readBuilt(dir);
  const policy = policyOf(readNeeds(dir, address.site));
  const rules = headerRules({ policy, site: address.site });
  const headers = hostHeaders(rules, address);
  const redirects = hostRedirects(site.redirects, address);
  writeFileSync(join(dir, RULES_FILE), `${JSON.stringify(rules, null, 2)}\n`);
  writeFileSync(join(dir, '_headers'), headers);
  writeFileSync(join(dir, '_redirects'), redirects);
  for (const limit of overLimits({ headers, redirects })) console.warn(limit);
  const hashes = policy.match(/'sha256-/g)?.length ?? 0;
  console.log(`a policy with ${hashes} hashes in ${RULES_FILE}, _headers; redirects in _redirects`);
});

/** @throws Error when a page holds what the policy refuses; each place is told on stderr. */
function readNeeds(dir: string, origin: string): Need[] {
  const files = globSync('**/*.{html,css}', { cwd: dir }).toSorted();
  let refused = 0;
  const needs = files.flatMap((file) => {
    const text = readFileSync(join(dir, file), 'utf8');
    if (file.endsWith('.css')) return needsOfSheet(text);
    const page = needsOfPage(text, origin);
    for (const { line, what, way } of page.refusals)
      console.error(`${file}:${line}: ${what}: ${way}`);
    refused += page.refusals.length;
    return page.needs;
  });
  if (refused > 0) throw new Error(`${refused} places that the Content-Security-Policy refuses`);
  return needs;
}
