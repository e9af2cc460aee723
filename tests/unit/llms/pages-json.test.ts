import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { pagesJson } from '../../../src/llms/pages-json.ts';
import { twinFiles } from '../../../src/llms/twin-files.ts';
import { smallLibrary } from './small-library.ts';

test('pages.json gives the sections with their addresses, and the redirects that are no page’s source', () => {
  const { sections, redirects, upstream } = pagesJson(smallLibrary());
  assert.equal(upstream, 'https://www.motia.dev');
  assert.deepEqual(sections[0], {
    slug: 'concepts',
    label: 'Concepts',
    description: 'The Step.',
    route: '/concepts/',
    url: 'https://docs.example/motia/concepts/',
    markdown: 'https://docs.example/motia/concepts.md',
  });
  assert.deepEqual(redirects, [{ from: '/docs/old-streams', to: '/guides/streams/' }]);
});

test('pages.json gives each page its facts and headings', () => {
  const library = smallLibrary();
  const { scraped, pages } = pagesJson(library);
  assert.deepEqual([scraped.earliest, scraped.latest], ['2025-12-01', '2025-12-01']);
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
    questions: ['send updates to a browser', 'which file holds a channel'],
    headings: [
      {
        level: 2,
        text: 'Define a Stream',
        anchor: 'define-a-stream',
        tokens: 32,
        questions: ['which file holds a channel'],
      },
    ],
  });
});

test('a heading within a language’s tab says so', () => {
  const tab = (label: string) => `<TabItem label="${label}">\n\n### In ${label}\n\n</TabItem>`;
  const tabs = `<Tabs syncKey="language">\n${tab('TypeScript')}\n${tab('Python')}\n</Tabs>`;
  const library = smallLibrary({ 'guides/streams.mdx': `## Both\n\n${tabs}` });
  assert.deepEqual(
    pagesJson(library).pages[2]?.headings.map(({ text, languages }) => [text, languages]),
    [
      ['Both', undefined],
      ['In TypeScript', ['typescript']],
      ['In Python', ['python']],
    ],
  );
});
