import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { twinFiles } from '../../../src/llms/twin-files.ts';
import { countTokens } from '../../../src/markdown/index.ts';
import { pageOf, smallLibrary } from './small-library.ts';

function twinAt(route: string): string {
  const file = twinFiles(smallLibrary()).find((one) => one.route === route);
  assert.ok(file, route);
  return file.text;
}

describe('Markdown twins', () => {
  test('there is one for each page and landing page, a second form of it, and one a language', () => {
    assert.deepEqual(
      twinFiles(smallLibrary())
        .map(({ route }) => route)
        .sort(),
      [
        '/concepts.md',
        '/concepts/index.md',
        '/concepts/steps.md',
        '/concepts/steps/index.md',
        '/guides.md',
        '/guides/index.md',
        '/guides/streams.md',
        '/guides/streams.python.md',
        '/guides/streams.typescript.md',
        '/guides/streams/index.md',
        '/index.md',
        '/showcase.md',
        '/showcase/chess.md',
        '/showcase/chess/index.md',
        '/showcase/index.md',
      ],
    );
  });

  test('both forms are the same text', () => {
    assert.equal(twinAt('/guides/streams/index.md'), twinAt('/guides/streams.md'));
  });

  test('a twin says what it is, where it comes from, and where the index is', () => {
    assert.equal(
      twinAt('/guides/streams.md').split('\n\n# ')[0],
      [
        '---',
        'title: Real-time Streams',
        'description: "Push live updates: no polling."',
        'canonical: https://docs.example/motia/guides/streams/',
        'source: https://www.motia.dev/docs/guides/streams',
        'scraped: 2025-12-01',
        'tokens: 154',
        'questions:',
        '  - send updates to a browser',
        '  - which file holds a channel',
        '---',
        '',
        '> All pages of this documentation, in one list: [llms.txt](https://docs.example/motia/llms.txt)',
        '>',
        '> This page with the code of one language only: [TypeScript](https://docs.example/motia/guides/streams.typescript.md), [Python](https://docs.example/motia/guides/streams.python.md)',
      ].join('\n'),
    );
  });

  test('its tokens are those below the frontmatter', () => {
    const [, , body = ''] = twinAt('/concepts/steps.md').split(/^---\n/m);
    assert.equal(countTokens(body.trim()), 50);
  });

  test('links to our pages lead to twins with their anchors, all others stay', () => {
    const streams = twinAt('/guides/streams.md');
    assert.match(
      streams,
      /\[Steps\]\(https:\/\/docs\.example\/motia\/concepts\/steps\.md#triggers\)/,
    );
    assert.match(
      streams,
      /\[below\]\(https:\/\/docs\.example\/motia\/guides\/streams\.md#define-a-stream\)/,
    );
    assert.match(
      twinAt('/index.md'),
      /\[guides\]\(https:\/\/docs\.example\/motia\/guides\.md\), \[this index\]\(https:\/\/docs\.example\/motia\/llms\.txt\) and \[GitHub\]\(https:\/\/github\.com\/MotiaDev\/motia\)/,
    );
  });

  test('a figure has the address that images.json gives', () => {
    assert.match(
      twinAt('/concepts/steps.md'),
      /!\[A flow\]\(https:\/\/pictures\.example\/a\.png\)/,
    );
  });

  test('the twin of one language names it and holds only its tab', () => {
    const python = twinAt('/guides/streams.python.md');
    assert.match(python, /^language: Python$/m);
    assert.match(python, /## Define a Stream\n\n```python\nstream = "chat"\n```\n$/);
  });

  test('a page too long in all its languages shows the first, and where the others are', () => {
    /** A page of two tabs, each a line of code of that many characters. */
    const page = (characters: number) =>
      [
        'Push updates.',
        '<Tabs syncKey="language">',
        ...['TypeScript', 'Python'].map(
          (label) =>
            `<TabItem label="${label}">\n\n\`\`\`\n${label}${'.'.repeat(characters)}\n\`\`\`\n\n</TabItem>`,
        ),
        '</Tabs>',
      ].join('\n\n');
    const canonical = (mdx: string) => {
      const library = smallLibrary({ 'guides/streams.mdx': mdx });
      return library.twin(pageOf(library, 'guides/streams.mdx')).text;
    };

    const short = canonical(page(20_000));
    assert.match(short, /^> This page with the code of one language only: \[TypeScript\]/m);
    assert.match(short, /TypeScript\.{20000}\n[\s\S]*Python\.{20000}\n/);

    const long = canonical(page(25_000));
    assert.match(long, /^language: TypeScript$/m);
    assert.match(
      long,
      /^> This page is long, so this is its TypeScript code only\. In other languages: \[Python\]\(https:\/\/docs\.example\/motia\/guides\/streams\.python\.md\)$/m,
    );
    assert.match(long, /Push updates\.\n\n```\nTypeScript\.{25000}\n```\n$/);
  });

  test('the twin of a generated landing page lists its pages', () => {
    assert.match(
      twinAt('/guides.md'),
      /\n# Guides\n\n- \[Real-time Streams\]\(https:\/\/docs\.example\/motia\/guides\/streams\.md\): Push live updates: no polling\. \(154 tokens\)\n$/,
    );
  });
});
