import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitDump } from '../../../src/split/index.ts';
import { parsePage } from '../../../src/split/mdx.ts';
import { serializeBody } from '../../../src/split/serialize.ts';
import { dumpOf, TABLES, titled } from './scrape.ts';

/** A page of the dialect → its Markdown without imports, and its findings with lines of the page. */
function read(dialect: string): { markdown: string; findings: string[] } {
  const { files, findings } = splitDump(
    dumpOf(
      ['/docs/concepts/a', ...titled('A'), ...dialect.split('\n')],
      ['/docs/concepts/b', ...titled('B'), '```', 'sample', '```'],
    ),
    TABLES,
  );
  const tree = parsePage(files.get('concepts/a.mdx') ?? '');
  tree.children = tree.children.filter(({ type }) => type !== 'mdxjsEsm');
  return {
    markdown: serializeBody(tree).trim(),
    findings: findings.map(({ severity, line, message }) => `${severity} ${line - 10}: ${message}`),
  };
}

const shares = (line: number, tag: string): string =>
  `info ${line}: ${tag} shares its line with other content; read as on a line of its own`;
const closed = (line: number, tag: string): string =>
  `warning ${line}: ${tag} is never closed; closed behind the text on its line`;

/** What was written → what is meant, in the form that MDX wants → what is said about it. */
const CASES: readonly (readonly [what: string, written: string, meant: string, said: string[]])[] =
  [
    [
      '<details> beside its <summary>',
      '<details><summary>S</summary>\n\ntext\n\n</details>',
      '<details>\n\n<summary>S</summary>\n\ntext\n\n</details>',
      [shares(1, '<details>')],
    ],
    [
      '<details> beside its <summary>, without blank lines',
      '<details><summary>S</summary>\ntext\n</details>',
      '<details>\n\n<summary>S</summary>\n\ntext\n\n</details>',
      [shares(1, '<details>')],
    ],
    [
      '<Callout> beside its text',
      'Before.\n\n<Callout type="info">text\n\nmore\n</Callout>\n\nAfter.',
      'Before.\n\n<Callout type="info">\n\ntext\n\nmore\n\n</Callout>\n\nAfter.',
      [shares(3, '<Callout>')],
    ],
    [
      '</Callout> beside its text',
      '<Callout>\ntext\n\nmore</Callout>',
      '<Callout>\n\ntext\n\nmore\n\n</Callout>',
      [shares(4, '</Callout>')],
    ],
    [
      '<Callout> in a list item',
      '- <Callout>a\n\n  b\n  </Callout>\n- c',
      '- <Callout>\n\n  a\n\n  b\n\n  </Callout>\n- c',
      [shares(1, '<Callout>')],
    ],
    [
      '<Callout> in a quote',
      '> <Callout>a\n>\n> b\n> </Callout>',
      '> <Callout>\n>\n> a\n>\n> b\n>\n> </Callout>',
      [shares(1, '<Callout>')],
    ],
    [
      'all tags of a group',
      '<Tabs items={["a"]}><Tab value="a">text with `<Tab>`\n\nx</Tab></Tabs>',
      '<Tabs items={["a"]}>\n<Tab value="a">\n\ntext with `<Tab>`\n\nx\n\n</Tab>\n</Tabs>',
      [shares(1, '<Tabs>'), shares(1, '<Tab>'), shares(3, '</Tab>'), shares(3, '</Tabs>')],
    ],
    [
      '<Tab> beside a fence',
      '<Tabs items={["a"]}>\n<Tab value="a">```ts title="a.ts"\nconst a = 1\n\n  const b = 2\n```\n</Tab>\n</Tabs>',
      '<Tabs items={["a"]}>\n<Tab value="a">\n\n```ts title="a.ts"\nconst a = 1\n\n  const b = 2\n```\n\n</Tab>\n</Tabs>',
      [shares(2, '<Tab>')],
    ],
    [
      '<Tab> and </Tab> beside a fence, which MDX reads as text',
      '<Tabs items={["a"]}>\n<Tab value="a">```ts\nconst a = 1\n```</Tab>\n</Tabs>',
      '<Tabs items={["a"]}>\n<Tab value="a">\n\n```ts\nconst a = 1\n```\n\n</Tab>\n</Tabs>',
      [shares(2, '<Tab>'), shares(4, '</Tab>')],
    ],
    [
      '<Tab> that is never closed, beside its code',
      '<Tabs items={["a", "b"]}>\n<Tab value="a">```ts\na\n```\n<Tab value="b">```js\nb\n```\n</Tabs>\n\nAfter.',
      '<Tabs items={["a", "b"]}>\n<Tab value="a">\n```ts\na\n```\n</Tab>\n<Tab value="b">\n```js\nb\n```\n</Tab>\n</Tabs>\n\nAfter.',
      [closed(2, '<Tab>'), shares(2, '<Tab>'), closed(5, '<Tab>'), shares(5, '<Tab>')],
    ],
    [
      '<Callout> that is never closed, beside its paragraph',
      '<Callout>one\ntwo\n\nAfter.',
      '<Callout>\n\none\ntwo\n\n</Callout>\n\nAfter.',
      [closed(1, '<Callout>'), shares(1, '<Callout>')],
    ],
  ];

describe('a block whose tags share their line with content', () => {
  for (const [what, written, meant, said] of CASES)
    it(`is read as meant, with a finding: ${what}`, () => {
      assert.deepEqual(read(written), { markdown: read(meant).markdown, findings: said });
      assert.deepEqual(read(meant).findings, []);
    });

  for (const dialect of [
    '<Callout type="info">text</Callout>',
    '<Callout>one\ntwo</Callout>',
    '<Tabs items={["a"]}>\n<Tab value="a">```bash npm run dev ```</Tab>\n</Tabs>',
    '<Tabs items={["a"]}><Tab value="a">\n\nx\n\n</Tab></Tabs>',
  ])
    it(`is no matter where MDX reads it: ${JSON.stringify(dialect)}`, () => {
      assert.deepEqual(read(dialect).findings, []);
    });

  for (const [what, dialect, error] of [
    ['alone on its line', '<Callout type="info">\n\nx', '1: <Callout> is never closed'],
    ['in the midst of text', 'a <Callout>b\n\nc\n</Callout>', '1: <Callout> is never closed'],
    ['in a table', '| a |\n|---|\n| <Callout>b |\n', '3: <Callout> is never closed'],
    [
      'with an end that is not known',
      '<details><summary>S</summary>\n\n<details>\n\nb\n\n</details>',
      '1: <details> is never closed',
    ],
    ['of a group', '<Tabs items={["a"]}>text\n\ntext', '1: <Tabs> is never closed'],
  ] as const)
    it(`is refused with the way out: ${what}`, () => {
      assert.deepEqual(read(dialect).findings, [
        `error ${error}; close it on a line of its own, in the block that it is opened in`,
      ]);
    });

  it('says what is wrong further down in the line where it stands', () => {
    const { findings } = read('<Tab>```ts\na\n```\n</Tab>\n\n<Cards>\n\nx');
    assert.deepEqual(findings, [
      'error 6: <Cards> is never closed; close it on a line of its own, in the block that it is opened in',
    ]);
  });
});
