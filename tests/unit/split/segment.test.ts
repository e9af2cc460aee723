import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { normaliseSource, segmentDump } from '../../../src/split/segment.ts';
import { dumpOf, SCRAPE, titled } from './scrape.ts';

const segmented = segmentDump(SCRAPE.text);
const segment = (...pages: Parameters<typeof dumpOf>): ReturnType<typeof segmentDump> =>
  segmentDump(new TextDecoder().decode(dumpOf(...pages)));

describe('cutting the scrape', () => {
  it('finds 55 pages and 14 duplicates that say the same', () => {
    assert.equal(segmented.entries.length, 55);
    assert.equal(segmented.duplicates.length, 14);
    assert.deepEqual(segmented.findings, []);
  });

  it('knows every page by its path and its lines, whatever its entry is called', () => {
    const bySource = new Map(segmented.entries.map((entry) => [entry.source, entry]));
    assert.deepEqual(bySource.get('/docs/concepts/steps')?.lines, [2309, 3090]);
    assert.deepEqual(bySource.get('/docs')?.lines[0], 27761);
    assert.equal(bySource.get('/docs/product-showcase/chessarena-ai')?.name, 'ChessArena AI');
    assert.equal(bySource.get('/docs/product-showcase')?.name, 'Product Showcase');
    assert.equal(bySource.get('/docs/why-motia')?.lines[1], 28947);
  });

  it(
    'reads a line of 200,000 characters that opens one link after the other',
    {
      timeout: 60_000,
    },
    () => {
      for (const mark of ['-   [', '[']) {
        const line = mark + '](/docs'.repeat(200_000 / 7);
        assert.deepEqual(segmentDump(`## x\n${line}\n---\n`).entries, []);
      }
    },
  );

  it('does not take the heading "Documentation Improvements" for the list of pages', () => {
    const contribution = segmented.entries.find(({ source }) => source === '/docs/contribution');
    assert.ok(contribution?.text.includes('## Documentation Improvements'));
  });

  it('reads summary, notes and optional links', () => {
    assert.match(segmented.summary, /^Build production-grade backends with a single primitive\./);
    assert.equal(segmented.notes.length, 3);
    assert.deepEqual(segmented.optional, [
      {
        title: 'https://motiadev.com',
        url: 'https://motiadev.com',
        note: 'Main page for framework.',
      },
      {
        title: 'Github repo',
        url: 'https://github.com/motiadev/motia',
        note: 'Main github repository to file issues.',
      },
    ]);
  });

  it('keeps the preamble without its closing order', () => {
    assert.ok(segmented.preamble.startsWith('<system_context>'));
    assert.ok(segmented.preamble.endsWith('</testing_guidance>'));
    assert.ok(!segmented.preamble.includes('Now follow these instructions'));
  });
});

describe('cutting other dumps', () => {
  it('reads older forms of a path as the same page', () => {
    for (const path of [
      '/docs/a/b',
      '/docs/a/b.md',
      '/docs/a/b/',
      '/llm-docs/a/b.md',
      '\\docs\\a\\b.md',
      '/docs/a/b/index.md',
      '/docs/a/b.mdx.md',
      '/docs/a/b.md.mdx.md/',
      '/docs/a/b/index.mdx.md',
      '/docs/a/b/index/index.md',
      '/docs/a/b.md/index.mdx//',
    ])
      assert.equal(normaliseSource(path), '/docs/a/b');
    for (const path of [
      '/docs/v1.0',
      '/docs/next.js',
      '/docs/a.md.b',
      '/docs/mdx',
      '/docs/my-index',
    ])
      assert.equal(normaliseSource(`${path}.md`), path);
    assert.equal(normaliseSource('/docs/'), '/docs');
    assert.equal(normaliseSource('/llm-docs/index.md'), '/docs');
  });

  it('reads an entry line whatever its path is made of', () => {
    const paths = [
      '/docs/concepts/b(c)',
      '/docs/(group)/b',
      '/docs/concepts/b)c(',
      '/docs/concepts/my page',
      '/docs/concepts/v1.0',
      '/docs/concepts/été',
      '/docs/concepts/概念',
      '/docs/concepts/[slug]',
    ];
    const { entries, findings } = segment(
      ['/docs/a', ...titled('A')],
      ...paths.map((path): [string, ...string[]] => [path, ...titled('B')]),
    );
    assert.deepEqual(
      entries.map(({ source }) => source),
      ['/docs/a', ...paths],
    );
    assert.deepEqual(findings, []);
  });

  it('knows a repeated page whatever its path is made of', () => {
    const dump = new TextDecoder().decode(dumpOf(['/docs/b(c) d', ...titled('A'), 'text']));
    const copy = ['## Examples', '[a](/docs/b(c) d): Code example', ...titled('A'), 'text'];
    const { entries, duplicates, findings } = segmentDump([dump, ...copy].join('\n'));
    assert.deepEqual([entries.length, duplicates.length, findings.length], [1, 1, 0]);
  });

  for (const [what, code] of [
    ['a quote', ['> ```', '> code', '']],
    ['a list item', ['1. One', '   ```', '   code', '2. Two']],
    ['a list item that it begins', ['- ```', '  code', '', 'Text.']],
    ['a list item after a tab', ['1.\tOne', '', '\t```', '\tcode', 'Text.']],
  ] as const)
    it(`ends a fence with ${what} that it is in, and so finds the next page`, () => {
      const { entries, findings } = segment(
        ['/docs/a', ...titled('A'), ...code],
        ['/docs/b', ...titled('B'), '```', 'ls', '```'],
      );
      assert.deepEqual(
        entries.map(({ source }) => source),
        ['/docs/a', '/docs/b'],
      );
      assert.deepEqual(findings, []);
    });

  it('takes an entry line inside fenced code for sample text', () => {
    const sample = [
      '````md',
      '-   [x](/docs/x): Documentation for x.',
      '---',
      'title: X',
      '---',
      '````',
    ];
    const { entries, findings } = segment(
      ['/docs/a', ...titled('A'), ...sample],
      ['/docs/b', ...titled('B')],
    );
    assert.deepEqual(
      entries.map(({ source }) => source),
      ['/docs/a', '/docs/b'],
    );
    assert.deepEqual(findings, []);
  });

  it('ends a fence that is never closed where the next page begins, and says so', () => {
    const { entries, findings } = segment(
      ['/docs/a', ...titled('A'), '```ts', 'const a = 1'],
      ['/docs/b', ...titled('B'), '```bash', 'ls', '```'],
    );
    assert.deepEqual(
      entries.map(({ source }) => source),
      ['/docs/a', '/docs/b'],
    );
    assert.deepEqual(
      findings.map(({ rule, page, line }) => [rule, page, line]),
      [['unclosed-fence', '/docs/a', 11]],
    );
  });

  it('ends a fence that is never closed also where no fence of the next pages has a language', () => {
    const fence = ['```', 'ls', '```', 'text'];
    const { entries, findings } = segment(
      ['/docs/a', ...titled('A'), '```', 'const a = 1'],
      ['/docs/b', ...titled('B'), ...fence, ...fence],
      ['/docs/c', ...titled('C'), ...fence],
    );
    assert.deepEqual(
      entries.map(({ source }) => source),
      ['/docs/a', '/docs/b', '/docs/c'],
    );
    assert.deepEqual(
      findings.map(({ rule, page, line }) => [rule, page, line]),
      [['unclosed-fence', '/docs/a', 11]],
    );
  });

  it('takes two samples of entry lines on one page for samples', () => {
    const sample = ['```', '-   [x](/docs/x): Documentation for x.', '---', '```', 'text'];
    const { entries, findings } = segment(
      ['/docs/a', ...titled('A'), ...sample, ...sample],
      ['/docs/b', ...titled('B'), '```ts', '```'],
    );
    assert.deepEqual(
      entries.map(({ source }) => source),
      ['/docs/a', '/docs/b'],
    );
    assert.deepEqual(findings, []);
  });

  it('drops a duplicate under "Use Cases" that differs in trailing blanks only', () => {
    const dump = new TextDecoder().decode(dumpOf(['/docs/a.md', ...titled('A'), 'text']));
    const copy = [
      '## Use Cases',
      '[a](/docs/a.md): Real world use case',
      ...titled('A'),
      'text  ',
      '',
      '',
    ].join('\n');
    const { entries, duplicates, findings } = segmentDump(`${dump}\n${copy}`);
    assert.deepEqual([entries.length, duplicates.length, findings.length], [1, 1, 0]);
  });

  it('refuses a duplicate that says something else, and shows where', () => {
    const dump = new TextDecoder().decode(dumpOf(['/docs/a', ...titled('A'), 'one', 'two']));
    const copy = ['## Examples', '[a](/docs/a): Code example', ...titled('A'), 'one', 'three'].join(
      '\n',
    );
    const [finding] = segmentDump(`${dump}\n${copy}`).findings;
    assert.equal(finding?.severity, 'error');
    assert.equal(finding?.line, 22);
    assert.equal(
      finding?.message,
      'duplicate differs from the page: line 22 has "three", line 12 has "two"',
    );
  });

  it('says so when there is no page at all', () => {
    assert.deepEqual(
      segmentDump('hello').findings.map(({ rule, severity }) => [rule, severity]),
      [['no-pages', 'error']],
    );
  });
});
