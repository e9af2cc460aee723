import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSearch, type SearchFiles } from '../../../src/search/engine.ts';
import { INDEX_FILE } from '../../../src/search/index-file.ts';
import { indexPages } from '../../../src/search/indexing/index-pages.ts';
import { readSynonyms } from '../../../src/search/indexing/synonyms.ts';
import type { Pagefind } from '../../../src/search/pagefind.ts';
import { AREAS, PAGES, SYNONYMS } from './small-site.ts';

const file = indexPages(PAGES, AREAS, readSynonyms(SYNONYMS));
const bytes = (text: string) => new TextEncoder().encode(text);

/** Files of the small site; Pagefind answers every query with one place, marked as told. */
function files(marked: string) {
  const asked: string[] = [];
  const read: string[] = [];
  const pagefind: Pagefind = {
    async search(query, { filters }) {
      asked.push(`${query} ${JSON.stringify(filters)}`);
      const anchor = { id: 'stream-methods', text: 'Stream Methods' };
      const data = async () => ({
        url: '/guides/streams/',
        sub_results: [{ anchor, excerpt: `the <mark>${marked}</mark> text` }],
      });
      return { results: [{ data }] };
    },
  };
  const searchFiles: SearchFiles = {
    async read(path) {
      read.push(path);
      if (path === INDEX_FILE) return bytes(JSON.stringify(file));
      const anchors = [{ id: '_top', text: 'Infrastructure', location: 0 }];
      const content = 'Infrastructure. Configure queue behavior.';
      return bytes(`pagefind_dcd${JSON.stringify({ content, anchors })}`);
    },
    pagefind: async () => pagefind,
  };
  return { asked, read, searchFiles };
}

test('a hit warns of code that the package refuses, and of what was removed', async () => {
  const { searchFiles } = files('');
  const search = await openSearch(searchFiles);
  const warningOf = async (query: string) => (await search.search(query)).hits[0]?.warning;
  assert.equal(await warningOf('docker files'), 'Does not check with motia 1.0.0');
  assert.equal(await warningOf('adapters removed'), 'Removed from Motia');
  assert.equal(await warningOf('stream events'), null);
});

test('a hit says where it is and what it has', async () => {
  const { searchFiles } = files('');
  const search = await openSearch(searchFiles, '/motia/');
  const { hits, corrected, partial } = await search.search('queue settings kafka');
  const [hit] = hits;
  assert.deepEqual(
    { ...hit, score: 0 },
    {
      url: '/motia/guides/infrastructure/#queue-settings',
      route: '/guides/infrastructure/',
      source: '/docs/guides/infrastructure',
      title: 'Infrastructure',
      heading: 'Queue Settings',
      anchor: 'queue-settings',
      breadcrumb: ['Guides', 'Infrastructure'],
      warning: null,
      score: 0,
      terms: ['queue', 'set'],
      missing: ['kafka'],
    },
  );
  assert.equal(corrected, null);
  assert.equal(partial, true);
});

test('a query in words that no page has is not answered, one in the words of a section is', async () => {
  const search = await openSearch(files('').searchFiles);
  const answered = async (query: string, options = {}) =>
    (await search.search(query, options)).answered;
  assert.equal(await answered('fifo queues'), true);
  assert.equal(await answered('graphql resolvers for a queue'), false);
  assert.equal(await answered('graphql resolvers for a queue', { fullText: false }), true);
  assert.equal(await answered('https://docs.example/guides/streams/?graphql'), true);
});

test('an excerpt loads the text of its page once', async () => {
  const { read, searchFiles } = files('');
  const search = await openSearch(searchFiles);
  const { hits } = await search.search('infrastructure');
  const top = hits.find(({ anchor }) => anchor === '');
  assert.ok(top);
  assert.equal((await search.withExcerpt(top)).excerpt, 'Configure queue behavior.');
  await search.withExcerpt(top);
  assert.deepEqual(read, [INDEX_FILE, 'fragment/Infrastructure.pf_fragment']);
});

test('Pagefind is not asked for what the index of sections answers', async () => {
  const { asked, searchFiles } = files('');
  await (await openSearch(searchFiles)).search('how do I retry a queue step');
  assert.deepEqual(asked, []);
});

test('Pagefind finds phrases, and the sections that hold one come first', async () => {
  const { asked, searchFiles } = files('stream');
  const { hits } = await (
    await openSearch(searchFiles)
  ).search('"stream has"', { section: 'guides' });
  assert.deepEqual(asked, ['"stream has" {"section":"guides"}']);
  assert.equal(hits[0]?.anchor, 'stream-methods');
});

test('Pagefind is asked for words that the index lacks, and disbelieved when it guesses', async () => {
  const found = files('3600');
  const { hits } = await (await openSearch(found.searchFiles)).search('3600');
  assert.deepEqual(
    hits.map(({ anchor }) => anchor),
    ['stream-methods'],
  );
  const guessed = files('Hostile');
  assert.deepEqual((await (await openSearch(guessed.searchFiles)).search('hxqz')).hits, []);
  assert.equal(guessed.asked.length, 1);
});

test('while a reader types, Pagefind is left alone', async () => {
  const { asked, searchFiles } = files('stream');
  const search = await openSearch(searchFiles);
  await search.search('"stream has"', { fullText: false });
  await search.search('hxqz', { fullText: false });
  assert.deepEqual(asked, []);
});

test('a page is found by its address, ours or upstream’s, and a section by its anchor', async () => {
  const search = await openSearch(files('').searchFiles);
  for (const [query, url] of [
    ['/docs/guides/streams', '/guides/streams/'],
    ['https://www.motia.dev/docs/guides/streams?x=1', '/guides/streams/'],
    ['see /guides/infrastructure.md', '/guides/infrastructure/'],
    ['/guides/infrastructure/#fifo-queues', '/guides/infrastructure/#fifo-queues'],
  ] as const) {
    assert.equal((await search.search(query)).hits[0]?.url, url, query);
  }
});
