import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundlesOf, sectionBundle } from '../../../src/llms/bundles.ts';
import { countTokens } from '../../../src/markdown/index.ts';
import { smallLibrary } from './small-library.ts';

function bundle(route: string) {
  const found = bundlesOf(smallLibrary()).find((one) => one.route === route);
  assert.ok(found);
  return found;
}

describe('bundles', () => {
  test('say at the top what they are, their tokens, the day of the scrape and where the rest is', () => {
    const { text, tokens } = bundle('/llms-full-python.txt');
    assert.equal(
      text.slice(0, text.indexOf('\n\n---\n')),
      [
        '# Motia documentation: every page, with only Python where a page offers several languages',
        '',
        `> 5 pages, ${tokens} tokens (o200k_base). Unofficial; as scraped from https://www.motia.dev on 2025-12-01.`,
        '',
        'The rest:',
        '',
        '- https://docs.example/motia/llms.txt: the list of all pages, each a Markdown file',
        '- https://docs.example/motia/llms-full.txt: every page, in all languages',
        '- https://docs.example/motia/llms-full-typescript.txt: every page, with only TypeScript where a page offers several languages',
        '- https://docs.example/motia/llms-full-javascript.txt: every page, with only JavaScript where a page offers several languages',
        '- https://docs.example/motia/llms-small.txt: getting started, concepts, guides and reference, with only TypeScript where a page offers several languages',
      ].join('\n'),
    );
  });

  test('their tokens are those of the whole file, the line that says them included', () => {
    for (const { tokens, text } of bundlesOf(smallLibrary())) {
      assert.equal(tokens, countTokens(text));
      assert.match(text, new RegExp(`, ${tokens} tokens `));
    }
  });

  test('hold each page once, in reading order, with its address', () => {
    const { text } = bundle('/llms-full.txt');
    assert.deepEqual(
      [...text.matchAll(/^---\n\n# (.+)\n\nURL: (.+)$/gm)].map(([, title, url]) => [title, url]),
      [
        ['Welcome', 'https://docs.example/motia/'],
        ['Steps', 'https://docs.example/motia/concepts/steps/'],
        ['Real-time Streams', 'https://docs.example/motia/guides/streams/'],
        ['Showcase', 'https://docs.example/motia/showcase/'],
        ['ChessArena \\[AI]', 'https://docs.example/motia/showcase/chess/'],
      ],
    );
  });

  test('in one language hold only its tabs, and all else whole', () => {
    const full = bundle('/llms-full.txt').text;
    const python = bundle('/llms-full-python.txt').text;
    assert.match(full, /\*\*TypeScript\*\*\n\n```typescript/);
    assert.doesNotMatch(python, /TypeScript\*\*|```typescript/);
    assert.match(python, /## Define a Stream\n\n```python\nstream = "chat"\n```/);
    assert.match(python, /A game of \\\[chess\] & more\./);
  });

  test('the small one leaves out examples, deployment, showcase and community', () => {
    const { pages, language } = bundle('/llms-small.txt');
    assert.deepEqual(
      pages.map(({ route }) => route),
      ['/concepts/steps/', '/guides/streams/'],
    );
    assert.equal(language, 'typescript');
  });

  test('a section has one with its own pages', () => {
    const library = smallLibrary();
    const showcase = library.routes.sections.find(({ slug }) => slug === 'showcase');
    assert.ok(showcase);
    const { route, pages } = sectionBundle(library, showcase);
    assert.equal(route, '/showcase/llms-full.txt');
    assert.deepEqual(
      pages.map(({ title }) => title),
      ['Showcase', 'ChessArena [AI]'],
    );
  });
});
