import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ManifestPage } from '../../../src/model/manifest.ts';
import { redirectsOf } from '../../../src/model/redirects.ts';

const page = (source: string, route: string): ManifestPage => ({
  source,
  route,
  file: 'guides/streams.mdx',
  title: 'Streams',
  description: null,
  descriptionDerived: false,
  section: 'guides',
  order: 0,
  lines: [1, 2],
  blocks: [],
  languages: [],
  sha256: '',
});

test('every way in which upstream and its scrapes name a page leads to it, Markdown to its twin', () => {
  const redirects = redirectsOf({
    pages: [page('/docs/development-guide/streams', '/guides/streams/')],
    redirects: [],
  });
  assert.deepEqual(Object.fromEntries(redirects), {
    '/docs/development-guide/streams': '/guides/streams/',
    '/docs/development-guide/streams.md': '/guides/streams.md',
    '/docs/development-guide/streams.mdx': '/guides/streams.md',
    '/docs/development-guide/streams/index.md': '/guides/streams.md',
    '/docs/development-guide/streams/index.mdx': '/guides/streams.md',
    '/llm-docs/development-guide/streams': '/guides/streams/',
    '/llm-docs/development-guide/streams.md': '/guides/streams.md',
    '/llm-docs/development-guide/streams.mdx': '/guides/streams.md',
    '/llm-docs/development-guide/streams/index.md': '/guides/streams.md',
    '/llm-docs/development-guide/streams/index.mdx': '/guides/streams.md',
  });
});

test('the upstream home leads to ours, its Markdown to /index.md', () => {
  const redirects = redirectsOf({ pages: [page('/docs', '/')], redirects: [] });
  assert.equal(redirects.get('/docs'), '/');
  assert.equal(redirects.get('/docs/index.md'), '/index.md');
  assert.equal(redirects.get('/llm-docs'), '/');
});

test('an alias keeps its anchor, also in Markdown, and has no form under /llm-docs', () => {
  const redirects = redirectsOf({
    pages: [],
    redirects: [{ from: '/manifesto', to: '/getting-started/why-motia/#vision' }],
  });
  assert.equal(redirects.get('/manifesto'), '/getting-started/why-motia/#vision');
  assert.equal(redirects.get('/manifesto.md'), '/getting-started/why-motia.md#vision');
  assert.equal(redirects.has('/llm-docs/manifesto'), false);
});

test('a page’s own source wins over an alias of the same name', () => {
  const redirects = redirectsOf({
    pages: [page('/docs/concepts', '/concepts/overview/')],
    redirects: [{ from: '/docs/concepts', to: '/concepts/steps/' }],
  });
  assert.equal(redirects.get('/docs/concepts'), '/concepts/overview/');
});

test('the table is sorted by address', () => {
  const redirects = redirectsOf({
    pages: [page('/docs/b', '/b/'), page('/docs/a', '/a/')],
    redirects: [],
  });
  assert.deepEqual([...redirects.keys()], [...redirects.keys()].toSorted());
});
