import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lines, markdownOf } from './rendering.ts';

describe('asides', () => {
  test('an aside becomes a GitHub alert', () => {
    const mdx = lines(
      '<Aside type="caution">',
      '',
      'You need motia package **0.5.2-beta.101 or higher**',
      '',
      '</Aside>',
    );
    assert.equal(
      markdownOf(mdx),
      lines('> [!WARNING]', '> You need motia package **0.5.2-beta.101 or higher**'),
    );
  });

  test('its title is the first line, in bold', () => {
    const mdx = lines(
      '<Aside type="note" title="Start with a template">',
      '',
      'Make sure to create a new project with `git clone git@github.com:MotiaDev/motia-iii-example.git` before proceeding.',
      '',
      '</Aside>',
    );
    assert.equal(
      markdownOf(mdx),
      lines(
        '> [!NOTE]',
        '> **Start with a template**',
        '>',
        '> Make sure to create a new project with `git clone git@github.com:MotiaDev/motia-iii-example.git` before proceeding.',
      ),
    );
  });

  test('lists and code stay what they are in an alert, blank lines of code included', () => {
    const mdx = lines(
      '<Aside type="danger">',
      '',
      '- one',
      '- two',
      '',
      '```bash',
      'npx motia dev',
      '',
      '  npx motia build',
      '```',
      '',
      '</Aside>',
    );
    assert.equal(
      markdownOf(mdx),
      lines(
        '> [!CAUTION]',
        '> - one',
        '> - two',
        '>',
        '> ```bash',
        '> npx motia dev',
        '>',
        '>   npx motia build',
        '> ```',
      ),
    );
  });

  test('the kinds are those of Starlight; note is the one meant when none is given', () => {
    const kinds = ['', ' type="note"', ' type="tip"', ' type="caution"', ' type="danger"'].map(
      (type) => markdownOf(`<Aside${type}>\ntext\n</Aside>`).split('\n')[0],
    );
    assert.deepEqual(kinds, ['> [!NOTE]', '> [!NOTE]', '> [!TIP]', '> [!WARNING]', '> [!CAUTION]']);
  });
});
