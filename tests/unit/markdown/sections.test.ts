import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countTokens } from '../../../src/markdown/index.ts';
import { lines, rendered } from './rendering.ts';

const PAGE = lines(
  'Before any heading.',
  '',
  '## 🚀 Quick Start {/* #quick-start */}',
  '',
  'Text.',
  '',
  '### `enqueue()` API',
  '',
  '```md',
  '## not a heading',
  '```',
  '',
  '<Tabs syncKey="triggers">',
  '<TabItem label="Queue">',
  '<Anchor id="triggers-queue" tab />',
  '',
  '#### Queue',
  '',
  'Words.',
  '',
  '</TabItem>',
  '</Tabs>',
);

describe('sections', () => {
  test('a page is cut at its headings, those in tabs too', () => {
    const sections = rendered(PAGE).sections.map(({ heading, anchor, level, text, anchors }) => ({
      heading,
      anchor,
      level,
      text,
      anchors,
    }));
    assert.deepEqual(sections, [
      {
        heading: 'Example',
        anchor: '',
        level: 1,
        text: 'Before any heading.',
        anchors: [],
      },
      {
        heading: '🚀 Quick Start',
        anchor: 'quick-start',
        level: 2,
        text: '## 🚀 Quick Start\n\nText.',
        anchors: ['quick-start'],
      },
      {
        heading: 'enqueue() API',
        anchor: 'enqueue-api',
        level: 3,
        text: '### `enqueue()` API\n\n```md\n## not a heading\n```\n\n**Queue**',
        anchors: ['enqueue-api', 'triggers-queue'],
      },
      {
        heading: 'Queue',
        anchor: 'queue',
        level: 4,
        text: '#### Queue\n\nWords.',
        anchors: ['queue'],
      },
    ]);
  });

  test('their texts together are the page', () => {
    const { markdown, sections } = rendered(PAGE);
    assert.equal(sections.map(({ text }) => text).join('\n\n'), markdown);
  });

  test('each says how many tokens it has', () => {
    for (const { text, tokens } of rendered(PAGE).sections) assert.equal(tokens, countTokens(text));
  });

  test('a page that opens with a heading has no section before it', () => {
    assert.deepEqual(
      rendered('## One\n\n## One').sections.map(({ anchor }) => anchor),
      ['one', 'one-1'],
    );
  });

  test('in a language variant the anchors are still those of the whole page', () => {
    const mdx = lines(
      '<Tabs syncKey="language">',
      '<TabItem label="TypeScript">',
      '### Install',
      '</TabItem>',
      '<TabItem label="Python">',
      '### Install',
      '</TabItem>',
      '</Tabs>',
    );
    assert.deepEqual(
      rendered(mdx, { language: 'python' }).sections.map(({ anchor }) => anchor),
      ['install-1'],
    );
  });
});
