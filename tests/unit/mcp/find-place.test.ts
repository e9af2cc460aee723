import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pagesJson } from '../../../src/llms/pages-json.ts';
import { addressOf } from '../../../src/mcp/docs.ts';
import { findPlace } from '../../../src/mcp/find-place.ts';
import { smallLibrary } from '../llms/small-library.ts';

const facts = pagesJson(smallLibrary());
const found = (asked: string) => {
  const { place, anchor, language } = findPlace(facts, asked);
  return [place.route, anchor, language];
};
const STREAMS = ['/guides/streams/', '', undefined];

describe('a page is found by', () => {
  for (const asked of [
    '/guides/streams/',
    '/guides/streams',
    'guides/streams',
    '/guides/streams.md',
    '/guides/streams/index.md',
    '/guides/streams/index.html',
    '/motia/guides/streams/',
    'https://docs.example/motia/guides/streams/',
    'https://docs.example/motia/guides/streams.md?x=1',
    'http://localhost:4321/motia/guides/streams/',
    'http://127.0.0.1:8080/motia/guides/streams.md',
    '/docs/guides/streams',
    '/docs/guides/streams.mdx',
    '/docs/guides/streams/',
    '/llm-docs/guides/streams.md',
    'https://www.motia.dev/docs/guides/streams',
    'https://motia.dev/docs/guides/streams/',
    '/docs/old-streams',
    ' /guides/streams/ ',
  ]) {
    test(asked.trim(), () => assert.deepEqual(found(asked), STREAMS));
  }

  test('an anchor, in any of these', () => {
    for (const asked of [
      '/guides/streams/#define-a-stream',
      'https://docs.example/motia/guides/streams.md#define-a-stream',
      '/docs/old-streams#define%2Da-stream',
    ]) {
      assert.deepEqual(found(asked), ['/guides/streams/', 'define-a-stream', undefined]);
    }
  });

  test('the address of its Markdown in one language', () => {
    assert.deepEqual(found('/guides/streams.python.md'), ['/guides/streams/', '', 'python']);
  });

  test('/ and /index.md, for the home page', () => {
    for (const asked of ['/', '/index.md', 'https://docs.example/motia/']) {
      assert.deepEqual(found(asked), ['/', '', undefined], asked);
    }
  });

  test('a section’s address, for its list', () => {
    assert.deepEqual(found('/guides.md'), ['/guides/', '', undefined]);
  });
});

describe('what leads nowhere is refused with the nearest pages', () => {
  for (const [asked, message] of [
    [
      '/guide/stream',
      'No page at "/guide/stream"; nearest pages: /guides/streams/ (Real-time Streams)',
    ],
    ['../../etc/passwd', 'No page at "../../etc/passwd"; list_pages lists all pages'],
    ['/%00', 'No page at "/%00"; list_pages lists all pages'],
    ['/%E0%A4%A', 'No page at "/%E0%A4%A"; list_pages lists all pages'],
    ['https://elsewhere.example/guides/streams/', /^No page at "https:\/\/elsewhere\.example/],
    ['https://localhost.example/guides/streams/', /^No page at "https:\/\/localhost\.example/],
    ['file:///guides/streams/', /^No page at "file:/],
    ['mailto:team@docs.example', /^No page at "mailto:/],
    ['content/guides/streams.mdx', /nearest pages: \/guides\/streams\//],
  ] as const) {
    test(asked, () => assert.throws(() => findPlace(facts, asked), { message }));
  }

  test('whatever its length', () => {
    assert.throws(
      () => findPlace(facts, 'x'.repeat(100_000)),
      ({ message }: Error) => {
        assert.ok(message.length < 300);
        return true;
      },
    );
  });
});

test('the base path and origin are read from the pages’ addresses', () => {
  assert.deepEqual(addressOf(facts), { origin: 'https://docs.example', base: '/motia/' });
});
