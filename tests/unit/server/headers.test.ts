import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  headerRules,
  headersFor,
  privately,
  readHeaderRules,
} from '../../../src/server/headers.ts';

const FRESH = 'public, max-age=600, must-revalidate';
const IMMUTABLE = 'public, max-age=31536000, immutable';
const rules = headerRules({ policy: "default-src 'none'", site: 'http://127.0.0.1:4321' });

for (const [path, type, cache] of [
  ['/', 'text/html', FRESH],
  ['/guides/streams/', 'text/html', FRESH],
  ['/guides/streams.md', 'text/markdown', FRESH],
  ['/llms.txt', 'text/plain', FRESH],
  ['/pagefind/pagefind.js', 'text/javascript', FRESH],
  ['/_astro/page.C4vTQJ4S.css', 'text/css', IMMUTABLE],
  ['/pagefind/fragment/en_2a1b.pf_fragment', 'application/octet-stream', IMMUTABLE],
  ['/pagefind/index/en_2a1b.pf_index', 'application/octet-stream', IMMUTABLE],
  ['/pictures/trello.0c1d2e3f-640.avif', 'image/avif', IMMUTABLE],
] as const) {
  test(`${path} is cached as "${cache}"`, () =>
    assert.equal(headersFor(rules, path, type)['Cache-Control'], cache));
}

test('a file forbids type sniffing and keeps the path from other sites', () => {
  assert.deepEqual(headersFor(rules, '/_astro/x.js', 'text/javascript'), {
    'Cache-Control': IMMUTABLE,
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  });
});

test('a page has the policy besides, and no powers that it does not use', () => {
  assert.deepEqual(headersFor(rules, '/404.html', 'text/html'), {
    'Cache-Control': FRESH,
    'Content-Security-Policy': "default-src 'none'",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  });
});

test('HTTPS is insisted on only where the site has it', () => {
  const secure = headerRules({ policy: "default-src 'none'", site: 'https://docs.example' });
  for (const [table, expected] of [
    [rules, undefined],
    [secure, 'max-age=31536000'],
  ] as const) {
    const { 'Strict-Transport-Security': sent } = headersFor(table, '/', 'text/html');
    assert.equal(sent, expected);
  }
});

test('a star may stand at either end or between, a type narrows, and a later rule wins', () => {
  const rules = [
    { pattern: '/*', headers: { A: 'all', B: 'all' } },
    { pattern: '/*.md', headers: { A: 'twin' } },
    { pattern: '/en/*.md', headers: { A: 'english' } },
    { pattern: '/exact', headers: { B: 'exact' } },
    { pattern: '/*', type: 'text/plain', headers: { B: 'text' } },
  ];
  const at = (path: string, type = 'text/html') => headersFor(rules, path, type);
  assert.deepEqual(at('/x.html'), { A: 'all', B: 'all' });
  assert.deepEqual(at('/x.md'), { A: 'twin', B: 'all' });
  assert.deepEqual(at('/en/x.md'), { A: 'english', B: 'all' });
  assert.deepEqual(at('/exact'), { A: 'all', B: 'exact' });
  assert.deepEqual(at('/exact/not'), { A: 'all', B: 'all' });
  assert.deepEqual(at('/exact', 'text/plain'), { A: 'all', B: 'text' });
});

test('no rule holds more than one star, which is all that static hosts know', () => {
  for (const { pattern } of rules) assert.ok(pattern.split('*').length <= 2, pattern);
});

test('a negotiated form keeps its time and loses shared caches', () => {
  assert.equal(privately(FRESH), 'private, max-age=600, must-revalidate');
});

test('a folder without rules says how to make them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  assert.throws(() => readHeaderRules(folder), {
    message: `${folder}/_headers.json can't be read: run "npm run build"`,
  });
});
