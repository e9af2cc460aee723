import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  canonicalMoves,
  placeAt,
  readSite,
  type Place,
  type Site,
} from '../../../src/server/site.ts';

const site: Site = {
  files: new Set([
    '/index.html',
    '/index.md',
    '/404.html',
    '/_headers',
    '/_headers.json',
    '/llms.txt',
    '/llms.txt.br',
    '/guides/index.html',
    '/guides/streams/index.html',
    '/guides/streams.md',
    '/_astro/page.js',
    '/docs/streams/index.html',
  ]),
  redirects: new Map([['/docs/streams', '/guides/streams/#top-level']]),
};

describe('what stands at a path', () => {
  const streams: Place = {
    kind: 'page',
    file: '/guides/streams/index.html',
    twin: '/guides/streams.md',
  };
  const to = (to: string): Place => ({ kind: 'redirect', to });
  const file = (file: string): Place => ({ kind: 'file', file });
  const nothing: Place = { kind: 'nothing' };
  const cases: [string, string, Place][] = [
    ['a page with its twin', '/guides/streams/', streams],
    ['the home page', '/', { kind: 'page', file: '/index.html', twin: '/index.md' }],
    [
      'a page without a twin',
      '/guides/',
      { kind: 'page', file: '/guides/index.html', twin: undefined },
    ],
    ['a page without its slash moves to the slash', '/guides/streams', to('/guides/streams/')],
    ['its index file moves to the page', '/guides/streams/index.html', to('/guides/streams/')],
    ['the home’s index file moves to it', '/index.html', to('/')],
    ['its old HTML name moves to the page', '/guides/streams.html', to('/guides/streams/')],
    ['a twin', '/guides/streams.md', file('/guides/streams.md')],
    ['the home’s twin', '/index.md', file('/index.md')],
    [
      'a twin’s second address moves to the first',
      '/guides/streams/index.md',
      to('/guides/streams.md'),
    ],
    ['an export', '/llms.txt', file('/llms.txt')],
    ['a file with a slash is nothing', '/llms.txt/', nothing],
    ['a compressed copy is no address', '/llms.txt.br', nothing],
    ['the 404 page is no address', '/404.html', nothing],
    ['what is written for hosts is no address', '/_headers', nothing],
    ['nor are the rules of our server', '/_headers.json', nothing],
    ['a folder without a page is nothing', '/_astro/', nothing],
    ['a folder without slash and page neither', '/_astro', nothing],
    ['an old path moves', '/docs/streams', to('/guides/streams/#top-level')],
    [
      'with a slash too, before any fallback page',
      '/docs/streams/',
      to('/guides/streams/#top-level'),
    ],
    ['a path that climbs is nothing', '/guides/../llms.txt', nothing],
    ['a backslash is nothing', '/..\\llms.txt', nothing],
    ['a double slash is nothing', '//guides/streams', nothing],
    ['letter case counts', '/Guides/streams/', nothing],
  ];
  for (const [name, path, place] of cases) {
    test(`${name}: ${path}`, () => assert.deepEqual(placeAt(site, path), place));
  }
});

test('a site is read with files in hidden folders and without folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, '.well-known/agent-skills'), { recursive: true });
  mkdirSync(join(folder, 'guides'));
  writeFileSync(join(folder, '.well-known/agent-skills/index.json'), '{}');
  writeFileSync(join(folder, 'guides/index.html'), '');
  assert.deepEqual([...readSite(folder, new Map()).files].toSorted(), [
    '/.well-known/agent-skills/index.json',
    '/guides/index.html',
  ]);
  assert.deepEqual(readSite(`${folder}/`, new Map()).files, readSite(folder, new Map()).files);
});

test('every other way to write an address is listed, but not those that moved elsewhere', () => {
  assert.deepEqual(
    canonicalMoves(site),
    [
      ['/docs/streams/index.html', '/docs/streams/'],
      ['/docs/streams.html', '/docs/streams/'],
      ['/guides', '/guides/'],
      ['/guides.html', '/guides/'],
      ['/guides/index.html', '/guides/'],
      ['/guides/streams', '/guides/streams/'],
      ['/guides/streams.html', '/guides/streams/'],
      ['/guides/streams/index.html', '/guides/streams/'],
      ['/guides/streams/index.md', '/guides/streams.md'],
      ['/index.html', '/'],
    ].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
});
