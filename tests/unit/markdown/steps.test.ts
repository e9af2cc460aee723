import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lines, markdownOf, rendered } from './rendering.ts';

/** After `deployment/railway` (dump line 4014). */
const RAILWAY = lines(
  '<Steps>',
  '1. #### Login to Railway',
  '',
  '   ```bash',
  '   railway login',
  '   ```',
  '',
  '   This opens your browser for authentication.',
  '',
  '2. #### Initialize your project {/* #initialize */}',
  '',
  '   <Aside type="caution">',
  '   From your Motia project root.',
  '   </Aside>',
  '</Steps>',
);

describe('steps', () => {
  test('their headings stay headings, with the number of the step, and nothing is indented', () => {
    assert.equal(
      markdownOf(RAILWAY),
      lines(
        '#### 1. Login to Railway',
        '',
        '```bash',
        'railway login',
        '```',
        '',
        'This opens your browser for authentication.',
        '',
        '#### 2. Initialize your project',
        '',
        '> [!WARNING]',
        '> From your Motia project root.',
      ),
    );
  });

  test('their anchors are those of the page, without the number', () => {
    assert.deepEqual(
      rendered(RAILWAY).sections.map(({ anchor }) => anchor),
      ['login-to-railway', 'initialize'],
    );
  });

  test('a heading that has a number of its own keeps it', () => {
    const mdx = lines(
      '<Steps>',
      '1. ### 1. Start the project',
      '2. ### Step 2: Run it',
      '</Steps>',
    );
    assert.equal(markdownOf(mdx), lines('### 1. Start the project', '', '### Step 2: Run it'));
  });

  test('steps without headings stay an ordered list', () => {
    const mdx = lines('<Steps>', '1. Install it.', '2. Run it.', '</Steps>');
    assert.equal(markdownOf(mdx), lines('1. Install it.', '2. Run it.'));
  });

  test('anything but one ordered list is refused', () => {
    assert.throws(() => markdownOf('Text\n\n<Steps>\n- one\n</Steps>'), {
      message: 'guides/example.mdx:3: <Steps> expects exactly one ordered list',
    });
  });
});
