import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersFor, HEADER_RULES, privately } from '../../../src/server/headers.ts';

const FRESH = 'public, max-age=600, must-revalidate';
const IMMUTABLE = 'public, max-age=31536000, immutable';

for (const [path, cache] of [
  ['/', FRESH],
  ['/guides/streams/', FRESH],
  ['/guides/streams.md', FRESH],
  ['/llms.txt', FRESH],
  ['/pagefind/pagefind.js', FRESH],
  ['/_astro/page.C4vTQJ4S.css', IMMUTABLE],
  ['/pagefind/fragment/en_2a1b.pf_fragment', IMMUTABLE],
  ['/pagefind/index/en_2a1b.pf_index', IMMUTABLE],
] as const) {
  test(`${path} is cached as "${cache}"`, () =>
    assert.equal(headersFor(path)['Cache-Control'], cache));
}

test('every path forbids type sniffing and keeps the path from other sites', () => {
  const { 'X-Content-Type-Options': sniffing, 'Referrer-Policy': referrer } =
    headersFor('/_astro/x.js');
  assert.deepEqual([sniffing, referrer], ['nosniff', 'strict-origin-when-cross-origin']);
});

test('a star may stand at either end or between, and a later rule wins', () => {
  const rules = [
    { pattern: '/*', headers: { A: 'all', B: 'all' } },
    { pattern: '/*.md', headers: { A: 'twin' } },
    { pattern: '/en/*.md', headers: { A: 'english' } },
    { pattern: '/exact', headers: { B: 'exact' } },
  ];
  assert.deepEqual(headersFor('/x.html', rules), { A: 'all', B: 'all' });
  assert.deepEqual(headersFor('/x.md', rules), { A: 'twin', B: 'all' });
  assert.deepEqual(headersFor('/en/x.md', rules), { A: 'english', B: 'all' });
  assert.deepEqual(headersFor('/exact', rules), { A: 'all', B: 'exact' });
  assert.deepEqual(headersFor('/exact/not', rules), { A: 'all', B: 'all' });
});

test('no rule holds more than one star, which is all that static hosts know', () => {
  for (const { pattern } of HEADER_RULES) assert.ok(pattern.split('*').length <= 2, pattern);
});

test('a negotiated form keeps its time and loses shared caches', () => {
  assert.equal(privately(FRESH), 'private, max-age=600, must-revalidate');
});
