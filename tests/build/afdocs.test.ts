/** The Agent-Friendly Documentation Spec (https://agentdocsspec.com), checked by afdocs over our own server. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { computeScore, runChecks } from 'afdocs';
import { address } from '../../src/settings.ts';
import { readManifest, readRoutes } from '../../src/content/read-routes.ts';
import { redirectsOf } from '../../src/model/redirects.ts';
import { serve, type RunningServer } from '../../src/server/serve.ts';
import { readSite } from '../../src/server/site.ts';
import { readHeaderRules } from '../../src/server/headers.ts';

const { fetch } = globalThis;
let server: RunningServer;

before(async () => {
  server = await serve({
    host: '127.0.0.1',
    port: 0,
    folder: 'dist',
    address,
    pages: readRoutes().pages,
    rules: readHeaderRules('dist'),
    site: readSite('dist', redirectsOf(readManifest())),
  });
  // The build's own address leads to this server; what stands elsewhere is not what is checked.
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== address.site) return new Response('elsewhere');
    return fetch(new URL(url.pathname + url.search, server.url), init);
  };
});
after(async () => {
  globalThis.fetch = fetch;
  await server.close();
});

test('every check passes on every page: 100 of 100, no failure, no warning', async () => {
  const report = await runChecks(address.absolute('/'), {
    samplingStrategy: 'deterministic',
    maxLinksToTest: 1000,
    maxConcurrency: 8,
    requestDelay: 0,
  });
  const short = report.results
    .filter(({ status }) => status !== 'pass' && status !== 'skip')
    .map(({ id, status, message }) => `${status} ${id}: ${message}`);
  assert.deepEqual(short, []);
  assert.equal(computeScore(report).overall, 100);
  // What does not apply: no tabs hold headings, and nothing is behind a login.
  assert.deepEqual(
    report.results.filter(({ status }) => status === 'skip').map(({ id }) => id),
    ['auth-alternative-access'],
  );
});
