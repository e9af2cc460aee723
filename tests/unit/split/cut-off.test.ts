import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitDump } from '../../../src/split/index.ts';
import { dumpOf, TABLES, titled } from './scrape.ts';

const HEAD = new TextDecoder().decode(dumpOf(['/docs/concepts/a', ...titled('A'), 'Text.']));
/** The error findings of a dump of one whole page (lines 6 to 11) and what follows it (from line 13). */
const errors = (...tail: string[]): string[] => {
  const { files, findings } = splitDump(new TextEncoder().encode(HEAD + tail.join('\n')), TABLES);
  const found = findings.filter(({ severity }) => severity === 'error');
  assert.equal(files.size === 0, found.length > 0);
  return found.map(({ page, line, message }) => `${page} ${line}: ${message}`);
};
const cut = (what: string, end: number): string =>
  `the ${what} that begins here is cut off: the dump ends at line ${end}; scrape it again`;

const ENTRY = '-   [b](/docs/concepts/b): Documentation for b.';
const COPY = '[a](/docs/concepts/a): Code example';
const PAGE = [...titled('A'), 'Text.', '', ''];

describe('half a scrape is refused, with the line where it is cut and the line where it ends', () => {
  for (const line of [
    '-',
    '-   ',
    '-   [',
    '-   [b',
    '-   [b]',
    '-   [b](',
    '-   [b](/docs/con',
    '-   [b](/docs/concepts/b)',
    '-   [b](/docs/concepts/b): Docum',
    '-   [b(c)](/docs/concepts/b(c): D',
  ])
    it(`within the entry line ${line}`, () => {
      assert.deepEqual(errors(line), [`(dump) 13: ${cut('entry line', 13)}`]);
    });

  for (const line of [
    '-   [b](/docs/concepts/b): Documentation for ',
    ENTRY,
    `${ENTRY}\n`,
    `${ENTRY}\n\n`,
  ])
    it(`after ${JSON.stringify(line)}, before the page has any text`, () => {
      assert.deepEqual(errors(line), [`/docs/concepts/b 13: ${cut('page', 13)}`]);
    });

  for (const lines of [
    ['[a'],
    ['[a](/docs/con'],
    ['[a](/docs/concepts/a)'],
    [COPY.slice(0, -5)],
    [COPY],
    [COPY, ''],
  ])
    it(`within the line of a repeated page: ${JSON.stringify(lines)}`, () => {
      assert.deepEqual(errors('## Examples', ...lines), [`(dump) 14: ${cut('entry line', 14)}`]);
    });

  it('after a heading under which other pages were repeated', () => {
    const copied = ['## Examples', COPY, ...PAGE, ENTRY, ...PAGE];
    assert.deepEqual(errors(...copied, '## Examples'), [`(dump) 30: ${cut('entry line', 30)}`]);
  });

  it('within the closing list', () => {
    assert.deepEqual(
      errors('## Optional', '-   [x](https://x.example): X.', '-   [Repo](https://g'),
      [`(dump) 15: ${cut('entry line', 15)}`],
    );
  });

  it('within the frontmatter', () => {
    for (const lines of [
      ['---'],
      ['---', 'tit'],
      ['---', 'title: B', '--'],
      ['---', 'title: B', ''],
    ])
      assert.deepEqual(errors(ENTRY, ...lines), [
        `/docs/concepts/b 14: ${cut('frontmatter', 13 + lines.filter(Boolean).length)}`,
      ]);
  });

  for (const [what, lines] of [
    ['with code in it', ['```ts', 'const a = 1', '', 'const b = 2']],
    ['with nothing in it', ['```ts']],
    ['that a shorter line does not close', ['````md', '```']],
    ['in a list', ['1. One', '   ```bash', '   npm i']],
    ['in a quote that goes on', ['> ```', '> code']],
  ] as const)
    it(`within a fence ${what}`, () => {
      const at = 18 + lines.findIndex((line) => /`{3}/.test(line));
      assert.deepEqual(errors(ENTRY, ...titled('B'), ...lines), [
        `concepts/b ${at}: ${cut('code fence', 17 + lines.length)}`,
      ]);
    });

  it('within a fence in a component, of which it says both', () => {
    assert.deepEqual(errors(ENTRY, ...titled('B'), '<Tabs>', '<Tab value="a">', '```ts', 'x'), [
      'concepts/b 19: <Tab> is never closed; close it on a line of its own, in the block that it is opened in',
      `concepts/b 20: ${cut('code fence', 21)}`,
    ]);
  });

  it('at every character of an entry line, a frontmatter, a fence and a repeated page', () => {
    const parts: [text: string, rule?: 'cut-off' | 'duplicate-differs'][] = [
      [`${ENTRY}\n`, 'cut-off'],
      ['---\ntitle: B\n---', 'cut-off'],
      ['\n\nText.\n\n~~'],
      ['~ts\nconst a = 1\n\nconst b = 2\n~~~', 'cut-off'],
      ['\n\nText.\n\n## Examples\n'],
      [`${COPY}\n--`, 'cut-off'],
      ['-\ntitle: A\n---\n\nText', 'duplicate-differs'],
      ['.\n\n\n'],
    ];
    let before = HEAD;
    for (const [text, rule] of parts) {
      for (let at = 1; at < text.length; at++) {
        const dump = new TextEncoder().encode(before + text.slice(0, at));
        const found = splitDump(dump, TABLES).findings.filter(
          ({ severity }) => severity === 'error',
        );
        assert.deepEqual(
          found.map((finding) => finding.rule),
          rule === undefined ? [] : [rule],
          JSON.stringify((before + text.slice(0, at)).slice(-40)),
        );
      }
      before += text;
    }
  });
});

describe('a whole scrape may end in', () => {
  for (const [what, tail] of [
    ['a list of links', ['## See also', '', '- [Steps](/docs/concepts/a)']],
    ['a list of links, as wide as entries', ['- x', '', '-   [Steps](/docs/concepts/a)', '']],
    ['code', ['```ts', 'x', '```']],
    ['code in a list', ['- ```ts', '  x', '  ```', '']],
    ['code in a component', ['<Callout>', '', '```ts', 'x', '```', '', '</Callout>']],
    ['code that a quote has closed', ['> ```', '> code', '', '']],
    ['text after code that its container closed', ['- ```', '  code', '', 'Text.']],
    ['a rule', ['Text.', '', '---']],
    ['a heading', ['## Examples']],
    [
      'the closing list, also with a page that is only a title before it',
      [ENTRY, '---', 'title: B', '---', '', '## Optional', '-   [x](https://x.example): X.'],
    ],
  ] as const)
    it(what, () => {
      assert.deepEqual(errors(...tail), []);
    });
});
