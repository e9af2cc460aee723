import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Code } from 'mdast';
import { MetaOptions } from 'rehype-expressive-code';
import { visit } from 'unist-util-visit';
import { blocksOf } from '../../src/code/blocks.ts';
import { parsePage, renderPage } from '../../src/markdown/index.ts';
import { readFenceMeta, titleOfMeta } from '../../src/model/fence-meta.ts';
import { splitDump } from '../../src/split/index.ts';
import { dumpOf, TABLES, titled } from '../unit/split/scrape.ts';

/** A fence of the dialect → the text of its page, which must have passed the proof. */
function pageOf(meta: string): string {
  const fence = [`~~~ts ${meta}`, 'const a = 1', '~~~'];
  const { files, findings } = splitDump(
    dumpOf(['/docs/concepts/a', ...titled('A'), ...fence]),
    TABLES,
  );
  assert.deepEqual(findings, []);
  return files.get('concepts/a.mdx') ?? '';
}

function metaIn(markdown: string): string {
  let meta = '';
  visit(parsePage(markdown, 'a.mdx'), 'code', (code: Code) => {
    meta = code.meta ?? '';
  });
  return meta;
}

const twinOf = (mdx: string): string =>
  renderPage(parsePage(mdx, 'a.mdx'), 'A', {
    file: 'a.mdx',
    link: (href) => href,
    picture: () => undefined,
  }).markdown;

/** What Expressive Code reads: kind, key and value of each option. */
const optionsOf = (meta: string): unknown[] =>
  new MetaOptions(meta).list().map(({ kind, key, value }) => [kind, key, String(value)]);

describe('the meta of a fence', () => {
  for (const [written, title] of [
    [String.raw`title="it's \"q\".js"`, `it's "q".js`],
    [String.raw`title="say \"hi\" now.js" wrap`, 'say "hi" now.js'],
    [String.raw`title='it\'s.js'`, `it's.js`],
    [String.raw`title="a &quot;b&quot; &amp; c.js"`, 'a "b" & c.js'],
    [String.raw`title="C:\dir\new.ts"`, String.raw`C:\dir\new.ts`],
    [String.raw`title="ends in \\"`, 'ends in \\'],
    [String.raw`title="a\_b*c.ts" {1,3-5}`, 'a_b*c.ts'],
    ['title="[...slug].tsx"', '[...slug].tsx'],
    ['title = "spaced.ts"', 'spaced.ts'],
    ['title="{1}.ts" {2}', '{1}.ts'],
    ['title=bare.ts', 'bare.ts'],
    ['notitle="a.ts"', undefined],
  ] as const)
    it(`${written} names ${JSON.stringify(title)} in the page, the site, the twin and the checked code`, () => {
      const page = pageOf(written);
      assert.equal(titleOfMeta(metaIn(page)), title);
      assert.equal(titleOfMeta(metaIn(twinOf(page))), title);
      assert.equal(blocksOf('a.mdx', page)[0]?.title, title ?? null);
    });

  it('of a usual fence is not touched', () => {
    for (const meta of [
      'title="src/a.step.ts"',
      'title="a.ts" {1,3-5} wrap=false ins={2} /a\\.b/',
      '// a = b',
    ])
      assert.equal(metaIn(pageOf(meta)), meta);
  });

  /** No line breaks, and nothing that Markdown replaces. */
  const value = fc
    .array(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.constantFrom(...`"'\\/{}=&; `)),
    )
    .map((parts) => parts.join('').replace(/[\0\n\r\t\u2028\u2029\uFFFD]/g, ''));
  const key = fc.constantFrom('title', 'frame', 'ins', 'lang');
  const flag = fc.constantFrom('wrap', 'showLineNumbers=false', 'a=b', 'startLineNumber=5');
  const range = fc.constantFrom(
    '{1,3-5}',
    'ins={2}',
    '{"a":1-3}',
    String.raw`/a\/b\.c/`,
    'del=/\\d+/',
  );
  const quoted = fc.tuple(key, value, fc.constantFrom('"', "'")).map(([name, text, quote]) => {
    const escaped = text.replace(/[\\"'&]/g, '\\$&');
    return { text: `${name}=${quote}${escaped}${quote}`, option: ['string', name, text] };
  });
  const options = fc.array(
    fc.oneof(
      quoted,
      fc.oneof(flag, range).map((text) => ({ text, option: optionsOf(text)[0] })),
    ),
    { minLength: 1, maxLength: 4 },
  );

  it('says the same to Expressive Code and in twins as in the scrape, whatever it holds', () => {
    fc.assert(
      fc.property(options, (list) => {
        const page = pageOf(list.map(({ text }) => text).join(' '));
        const wanted = list.map(({ option }) => option);
        assert.deepEqual(optionsOf(metaIn(page)), wanted);
        assert.deepEqual(optionsOf(metaIn(twinOf(page))), wanted);
      }),
      { numRuns: 200 },
    );
  });

  it('comes through as it is where it is no option at all', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', "'", '{', '}', '=', '/', 'a', ' ')), (parts) => {
        const meta = `x${parts.join('').replaceAll(/ +/g, ' ').trimEnd()}`;
        assert.deepEqual(optionsOf(readFenceMeta(meta)), optionsOf(meta));
      }),
    );
  });
});
