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

test('a comment follows its name in the drawn tree, with the addresses of its links', () => {
  // From the scrape of 2025-09-30, with formatting added.
  const mdx = lines(
    '<FileTree>',
    '- AGENTS.md Universal AI guide for ANY AI tool or IDE (project root)',
    '- .claude/',
    '  - hooks/ Pre/post-deployment **scripts**, see `git` and [the guide](/guides/hooks/)',
    '- `my notes.md` kept for you',
    '- ... Your Motia workflow steps',
    '</FileTree>',
  );
  assert.equal(
    markdownOf(mdx),
    lines(
      '```text',
      '├── AGENTS.md  # Universal AI guide for ANY AI tool or IDE (project root)',
      '├── .claude/',
      '│   └── hooks/  # Pre/post-deployment scripts, see git and the guide (https://docs.example/guides/hooks.md)',
      '├── my notes.md  # kept for you',
      '└── ...  # Your Motia workflow steps',
      '```',
    ),
  );
});
