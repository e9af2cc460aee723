import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { pagesJson } from '../../../src/llms/pages-json.ts';
import { twinFiles } from '../../../src/llms/twin-files.ts';
import { smallLibrary } from './small-library.ts';

test('pages.json gives each page its facts and headings', () => {
  const library = smallLibrary();
  const { scraped, pages } = pagesJson(library);
  assert.equal(scraped, '2025-12-01');
  assert.equal(pages.length, 5);
  const text = twinFiles(library).find(({ route }) => route === '/guides/streams.md')?.text ?? '';
  assert.deepEqual(pages[2], {
    route: '/guides/streams/',
    url: 'https://docs.example/motia/guides/streams/',
    markdown: 'https://docs.example/motia/guides/streams.md',
    title: 'Real-time Streams',
    description: 'Push live updates: no polling.',
    section: 'guides',
    source: '/docs/guides/streams',
    languages: ['typescript', 'python'],
    tokens: 154,
    sha256: createHash('sha256').update(text).digest('hex'),
    headings: [{ level: 2, text: 'Define a Stream', anchor: 'define-a-stream' }],
  });
});
