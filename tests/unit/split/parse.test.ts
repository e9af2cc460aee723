import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toString } from 'mdast-util-to-string';
import { ParseError, parseDialect } from '../../../src/split/parse.ts';
import { serializeBody } from '../../../src/split/serialize.ts';
import { excerpt } from './scrape.ts';

const text = (dialect: string): string => toString(parseDialect(dialect));
const fails = (dialect: string): unknown => {
  try {
    parseDialect(dialect);
  } catch (error) {
    assert.ok(error instanceof ParseError);
    return [error.line, error.message];
  }
  return 'no error';
};

describe('reading what MDX would choke on', () => {
  for (const line of [
    'Promise<void> and Map<string, User[]>',
    'under <5 min, a < b, x <= y',
    'bare {b: 1} and { never closed',
    '<!-- a comment -->',
    '<script>alert(1)</script>',
    'the <your-project> folder and <name>',
    'Vec<String> or HashMap<String, Vec<u8>>',
    'a lone </div> of no pair',
  ])
    it(`keeps ${line} as text`, () => {
      assert.equal(text(line).replace(/[{}]/g, ''), line.replace(/[{}]/g, ''));
    });

  it('reads addresses in angle brackets as links', () => {
    assert.equal(
      serializeBody(parseDialect('<https://iii.dev>')).trim(),
      '[https://iii.dev](https://iii.dev)',
    );
  });

  it('closes <br> and <img> by itself', () => {
    assert.equal(serializeBody(parseDialect('a<br>b')).trim(), 'a<br />b');
  });

  it('keeps inline code with braces and angle brackets', () => {
    assert.match(text(excerpt(4969, 4969)), /<\w+/);
    assert.match(text(excerpt(3353, 3353)), /\$\{/);
  });
});

describe('refusing what is broken', () => {
  it('names a tag that is never closed, and the line it opens on', () => {
    assert.deepEqual(fails('text\n\n<Tabs items={["a"]}>\n<Tab value="a">\n\nx\n\n</Tab>\n'), [
      3,
      '<Tabs> is never closed; close it on a line of its own, in the block that it is opened in',
    ]);
    assert.deepEqual(fails('<Callout type="info">\n\nx'), [
      1,
      '<Callout> is never closed; close it on a line of its own, in the block that it is opened in',
    ]);
  });

  it('names a tag that is closed by another', () => {
    assert.deepEqual(fails('<Cards>\n<Card title="a">\nx\n</Cards>'), [
      2,
      '<Card> is never closed; close it on a line of its own, in the block that it is opened in',
    ]);
  });

  it('names a closing tag that nothing opened', () => {
    assert.deepEqual(fails('x\n\n</Tabs>\n'), [
      3,
      'closing tag without an opening tag before it; remove it, or open it',
    ]);
  });

  for (const [meta, message] of [
    ['x'.repeat(1001), 'a fence has 1001 characters after its language, expected at most 1000'],
    ['a /(a+)+b/', 'a fence marks /(a+)+b/, expected a plain pattern or lines that it has'],
    ['ins=/a*a*a*b/', 'a fence marks ins=/a*a*a*b/, expected a plain pattern or lines that it has'],
    ['{1-999999999}', 'a fence marks {1-999999999}, expected a plain pattern or lines that it has'],
  ] as const)
    it(`names a fence whose ${meta.slice(0, 20)} would hold up the build`, () => {
      assert.deepEqual(fails(`text\n\n\`\`\`js ${meta}\na\n\`\`\``), [3, message]);
    });
});
