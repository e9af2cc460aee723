import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tooCostly } from '../../../src/split/bounds.ts';
import { splitDump } from '../../../src/split/index.ts';
import { segmentDump } from '../../../src/split/segment.ts';
import { dumpOf, SCRAPE, TABLES, titled } from './scrape.ts';

const errorsOf = (...pages: Parameters<typeof dumpOf>): string[] =>
  splitDump(dumpOf(...pages), TABLES)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, page, line, message }) => `${rule} ${page} ${line}: ${message}`);

/** A page whose first paragraph is plain, and whose second is what is tried: on the dump's line 13. */
const errorsOfParagraph = (text: string): string[] =>
  errorsOf(['/docs/concepts/a', ...titled('A'), 'First words.', '', ...text.split('\n')]);

const FIRST_LINE = 7;
const LINE = 13;
const paragraph = (marks: number): string[] => [
  `too-costly concepts/a ${LINE}: ${marks} brackets, stars and the like in one paragraph take too long to read; put them into code, or into more paragraphs`,
];
const deep = [
  `too-deep concepts/a ${LINE}: more than 100 elements, lists or quotes within each other; take some out`,
];

describe('a page that takes longer to read than its size lets expect', () => {
  for (const [what, text, marks] of [
    ['nested brackets', '['.repeat(8000) + ']'.repeat(8000), 16_000],
    ['brackets that close nothing', ']'.repeat(16_000), 16_000],
    ['pairs of brackets', '[a] '.repeat(8000), 16_000],
    ['links that never end', '[a]('.repeat(8000), 16_000],
    ['references that never end', '[a]['.repeat(8000), 24_000],
    ['notes that never end', '[^a'.repeat(16_000), 16_000],
    ['stars and underscores by turns', '*_'.repeat(8000), 16_000],
    ['stars that cross underscores', '*a_ '.repeat(8000), 16_000],
    ['two runs of stars', `${'*'.repeat(8000)} a ${'*'.repeat(8000)}`, 16_000],
    ['brackets on many lines', '[a]\n'.repeat(8000), 16_000],
  ] as const)
    it(`is refused with its line: ${what}`, () => {
      assert.deepEqual(errorsOfParagraph(text), paragraph(marks));
    });

  it('is refused with its line: a paragraph of tens of thousands of lines', () => {
    assert.deepEqual(errorsOfParagraph('a b\n'.repeat(20_000)), [
      `too-costly concepts/a ${LINE}: 20000 lines in one paragraph take too long to read; put them into code, or into more paragraphs`,
    ]);
  });

  for (const [where, text] of [
    ['in one paragraph', '{ '.repeat(8000)],
    ['in paragraphs of their own', '{a\n\n'.repeat(8000)],
  ] as const)
    it(`is refused with its line: braces that never close, ${where}`, () => {
      assert.deepEqual(errorsOfParagraph(text), [
        `too-costly concepts/a ${LINE}: 8000 times "{" without "}" take too long to read; put them into code, or into more paragraphs`,
      ]);
    });

  for (const [what, text, ends, later = 0] of [
    ['quotes', '> a\n\n'.repeat(4000), 4000],
    ['lists between paragraphs', '- a\n\nb\n\n'.repeat(3000), 3000],
    ['lists in lists', '- a\n  - b\n'.repeat(2000), 4000],
    ['headings with a line under them', 'a\n===\n\n'.repeat(4000), 4000, 1],
    ['steps', '<Steps>\n### a\n</Steps>\n\n'.repeat(2000), 2000],
    ['file trees', '<Files>\n<File name="a" />\n</Files>\n\n'.repeat(2000), 2000],
  ] as const)
    it(`is refused with its line: thousands of ${what}`, () => {
      assert.deepEqual(errorsOfParagraph(text), [
        `too-costly concepts/a ${LINE + later}: ${ends} lists, quotes and underlines in one page take too long to read; put them into code, or into more paragraphs`,
      ]);
    });

  for (const [what, text, counts] of [
    ['paragraphs of one letter', 'a\n\n'.repeat(40_000), [40_004, 0, 0, 0]],
    ['words, in one line', 'a '.repeat(500_000), [5, 0, 0, 0]],
    ['headings', '# a\n'.repeat(40_000), [40_004, 0, 0, 0]],
    ['cells', `a\n\n${'|a'.repeat(200_000)}`, [6, 0, 200_000, 0]],
    ['links', '[a](b)\n\n'.repeat(20_000), [20_004, 20_000, 40_000, 0]],
    ['blocks of code', '```\na\n```\n'.repeat(40_000), [4, 0, 0, 40_000]],
  ] as const)
    it(`is refused with its first line: tens of thousands of ${what}`, () => {
      const [lines, links, marks, blocks] = counts;
      assert.deepEqual(errorsOfParagraph(text), [
        `too-costly concepts/a ${FIRST_LINE}: ${lines} lines with ${links} links and ${marks} other marks, and ${blocks} blocks of code in one page take too long to read; put them into code, or into several pages`,
      ]);
    });

  for (const [what, text] of [
    ['quotes', `${'> '.repeat(4000)}a`],
    ['lists on one line', `${'- '.repeat(4000)}a`],
    ['numbered lists on one line', `${'1) '.repeat(4000)}a`],
    ['lists in quotes', `${'> - '.repeat(2000)}a`],
  ] as const)
    it(`is refused with its line: thousands of ${what} within each other`, () => {
      assert.deepEqual(errorsOfParagraph(text), deep);
    });

  it('is refused with the line that is too deep: folders, emphasis', () => {
    const folders = ['<Files>', ...Array<string>(150).fill('<Folder name="a">')];
    const ends = [...Array<string>(150).fill('</Folder>'), '</Files>'];
    // The hundredth folder is in the Files and in 99 others.
    assert.deepEqual(errorsOfParagraph([...folders, ...ends].join('\n')), [
      deep[0]?.replace(`${LINE}:`, `${LINE + 100}:`),
    ]);
    assert.deepEqual(errorsOfParagraph(`${'*'.repeat(1000)}a${'*'.repeat(1000)}`), deep);
  });

  it('is refused with the line of the address that its references would repeat too often', () => {
    const text = `${'[a] '.repeat(300)}\n\n[a]: https://example.org/${'b'.repeat(9980)}`;
    assert.deepEqual(errorsOfParagraph(text), [
      `long-address concepts/a ${LINE + 2}: the references to this address of 10000 characters would fill megabytes; shorten it`,
    ]);
  });

  it('is refused with its first line: a frontmatter of kilobytes', () => {
    const long = ['---', 'title: A', `description: ${'&a '.repeat(2000)}`, '---', ''];
    assert.deepEqual(errorsOf(['/docs/concepts/a', ...long, 'Text.']), [
      `too-costly concepts/a ${FIRST_LINE}: 6031 characters of frontmatter take too long to read; put them into the page`,
    ]);
  });

  it('stops neither the other pages from being judged, nor code with as many brackets', () => {
    const data = '[['.repeat(20_000);
    assert.deepEqual(
      errorsOf(
        ['/docs/concepts/a', ...titled('A'), '[a] '.repeat(8000)],
        ['/docs/concepts/b', ...titled('B'), '```json', data, '```'],
        ['/docs/concepts/c', ...titled('C'), '<Tabs>'],
      ).map((error) => error.split(':')[0]),
      ['too-costly concepts/a 11', 'unclosed-tag concepts/c 29'],
    );
  });

  it('is one of many only where all together take too long: the costliest are refused first', () => {
    const page = (name: string, pairs: number): Parameters<typeof dumpOf>[0] => [
      `/docs/concepts/${name}`,
      ...titled(name),
      '[a] '.repeat(pairs),
    ];
    const names = errorsOf(page('a', 2000), page('b', 3000), page('c', 2200)).map(
      (error) => error.split(' ')[1],
    );
    assert.deepEqual(names, ['concepts/b']);
  });
});

describe('what real pages ask for', () => {
  it('leaves room for pages twice as long', () => {
    const { entries } = segmentDump(SCRAPE.text);
    const twice = entries.map((entry) => ({ ...entry, text: [...entry.text, ...entry.text] }));
    assert.equal(tooCostly(twice).size, 0);
  });

  it('grows with their number: fifty scrapes like this one in one are read', () => {
    const { entries } = segmentDump(SCRAPE.text);
    const fifty = Array.from({ length: 50 }, () => entries.map((entry) => ({ ...entry }))).flat();
    assert.equal(tooCostly(fifty).size, 0);
  });

  it('may be a rule of a hundred dashes', () => {
    assert.deepEqual(errorsOfParagraph('- '.repeat(150)), []);
  });
});
