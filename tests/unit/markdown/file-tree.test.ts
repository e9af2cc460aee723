import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines, markdownOf } from './rendering.ts';

test('a file tree is drawn in a text fence', () => {
  // From `concepts/overview` (dump line 2160).
  const mdx = lines(
    '<FileTree>',
    '- my-project/',
    '  - src/',
    '    - api/',
    '      - create-user.step.ts',
    '      - get-user.step.ts',
    '    - queues/',
    '      - `process-data_step.py`',
    '  - config.yml',
    '  - .env',
    '</FileTree>',
  );
  assert.equal(
    markdownOf(mdx),
    lines(
      '```text',
      '└── my-project/',
      '    ├── src/',
      '    │   ├── api/',
      '    │   │   ├── create-user.step.ts',
      '    │   │   └── get-user.step.ts',
      '    │   └── queues/',
      '    │       └── process-data_step.py',
      '    ├── config.yml',
      '    └── .env',
      '```',
    ),
  );
});

test('a file tree that is no bullet list is refused', () => {
  assert.throws(() => markdownOf('<FileTree>\n1. a\n</FileTree>'), {
    message: 'guides/example.mdx:1: <FileTree> expects exactly one bullet list',
  });
});
