import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markdownOf } from './rendering.ts';

const FRONTMATTER = '---\ntitle: Example\n---\n\n';

function refused(mdx: string, message: string | RegExp) {
  assert.throws(() => markdownOf(mdx), { message });
}

describe('what the vocabulary does not have is refused with file and line', () => {
  test('an unknown component', () => {
    refused(
      `${FRONTMATTER}Text\n\n<Chart />`,
      'guides/example.mdx:7: unexpected <Chart>, expected one of Tabs, TabItem, Aside, Steps, FileTree, CardGrid, LinkButton, LinkCard, Card, Figure, Video, TaskPack, Anchor',
    );
  });

  test('an HTML element', () => {
    refused('one <b>word</b>', /^guides\/example\.mdx:1: unexpected <b>, expected one of/);
  });

  test('an unknown attribute, an attribute that is code, and one that is missing', () => {
    refused(
      '<Card title="A" icon="x">b</Card>',
      'guides/example.mdx:1: <Card> has no attribute icon',
    );
    refused(
      '<Card title={name}>b</Card>',
      'guides/example.mdx:1: <Card> has an attribute {…}, expected plain text',
    );
    refused(
      '<LinkCard title="A" />',
      'guides/example.mdx:1: <LinkCard> has no href, expected href="…"',
    );
  });

  test('an expression', () => {
    refused(
      'one {process.env.HOME}',
      'guides/example.mdx:1: unexpected {process.env.HOME}, expected Markdown',
    );
    refused(
      'one {/* two */ three /* four */}',
      'guides/example.mdx:1: unexpected {/* two */ three /* four */}, expected Markdown',
    );
  });

  test('an export', () => {
    refused('export const a = 1', 'guides/example.mdx:1: unexpected export, expected only imports');
  });

  test('a tab outside tabs, and tabs with something else in them', () => {
    refused(
      '<TabItem label="A">\nb\n</TabItem>',
      'guides/example.mdx:1: unexpected <TabItem>, expected it in <Tabs>',
    );
    refused(
      '<Tabs>\nb\n</Tabs>',
      'guides/example.mdx:2: unexpected paragraph in <Tabs>, expected <TabItem>',
    );
  });

  test('a block component in a line of text', () => {
    refused(
      'one <Aside>two</Aside>',
      'guides/example.mdx:1: <Aside> stands in a line of text, expected it on lines of its own',
    );
  });

  test('an aside of an unknown kind', () => {
    refused(
      '<Aside type="warn">\nb\n</Aside>',
      'guides/example.mdx:1: <Aside> has type "warn", expected one of note, tip, caution, danger',
    );
  });

  test('text that is no MDX', () => {
    refused('a\n\nb { c', /^guides\/example\.mdx:3:/);
  });

  test('imports and comments are no content and go', () => {
    assert.equal(
      markdownOf(
        "import { Tabs } from '@astrojs/starlight/components';\n\n{/* a note\nto editors */}\n\nText {/* here */}",
      ),
      'Text',
    );
  });
});
