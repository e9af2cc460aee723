import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { decodeDump, repairLine } from '../../src/split/decode.ts';
import { splitDump } from '../../src/split/index.ts';
import { parsePage } from '../../src/split/mdx.ts';
import { PageFindings } from '../../src/split/findings.ts';
import { serializeBody } from '../../src/split/serialize.ts';
import { rewrite } from '../../src/split/transforms/index.ts';
import { splitInWorker } from './split-in-worker.ts';
import { dumpOf, SCRAPE_BYTES, TABLES, titled } from '../unit/split/scrape.ts';

/** UTF-8 read as Mac Roman: the damage that the scrape suffered. */
const damage = (text: string): string =>
  new TextDecoder('macintosh').decode(new TextEncoder().encode(text));

const page = (...lines: string[]): ReturnType<typeof splitDump> =>
  splitDump(dumpOf(['/docs/concepts/a', ...titled('A'), ...lines]), TABLES);

const codeOf = (mdx: string): string[] => {
  const found: string[] = [];
  visit(parsePage(mdx), 'code', (node) => void found.push(node.value));
  return found;
};

/** Text as people write it in docs: words, emoji, arrows, and the characters that MDX trips over. */
const proseLine = fc
  .array(
    fc.constantFrom(
      ...[
        'word',
        'Step',
        '→',
        '✅',
        '🚀',
        'é',
        '<',
        '>',
        '{',
        '}',
        '*',
        '_',
        '`',
        '|',
        '#',
        '-',
        ':::',
      ],
      ...[
        '<T>',
        '<br>',
        '</x>',
        '{x}',
        '${y}',
        '[a](b)',
        '![p](q.png)',
        'import x',
        '&amp;',
        '\\',
        '"',
        "'",
        '1.',
      ],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

describe('properties of the split', () => {
  it('damage is undone for any line with an arrow, a dash or an emoji in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom('→', '—', '🚀', '✅'),
        (text, sign) => {
          const line = `${text}${sign}`.replace(/[\n\r\0]/g, '');
          assert.equal(repairLine(damage(line)), line);
        },
      ),
    );
  });

  it('plain English with typographic signs is never "repaired"', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'Z', ' ', '→', '✅', '🚀', '…', '“', '”', '—', '•'), {
          maxLength: 40,
        }),
        (chars) => {
          const line = chars.join('');
          assert.equal(decodeDump(new TextEncoder().encode(line)).text, line);
        },
      ),
    );
  });

  it('any prose either comes through the proof or is refused with page and line', () => {
    fc.assert(
      fc.property(fc.array(proseLine, { maxLength: 6 }), (lines) => {
        const { files, findings } = page(...lines);
        const errors = findings.filter(({ severity }) => severity === 'error');
        assert.equal(files.size === 1, errors.length === 0);
        assert.deepEqual(
          errors.filter(
            ({ rule }) => rule === 'not-lossless' || rule === 'no-mdx' || rule === 'code-in-page',
          ),
          [],
        );
        for (const error of errors)
          assert.ok(error.line > 6 && error.page === 'concepts/a', JSON.stringify(error));
      }),
      { numRuns: 400 },
    );
  });

  it('every byte of code comes through, however it is nested', () => {
    const code = fc
      .array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 5 })
      .map((lines) =>
        lines
          .join('\n')
          .replace(/[`~\r\0]/g, '')
          .replace(/^\s*$/, 'x'),
      );
    const wrap = fc.constantFrom<[string[], string[]]>(
      [[], []],
      [
        ['<Tabs items={["a"]}>', '<Tab value="a">', ''],
        ['', '</Tab>', '</Tabs>'],
      ],
      [
        ['<Steps>', '<Step>', ''],
        ['', '</Step>', '</Steps>'],
      ],
      [
        ['<Callout type="info">', ''],
        ['', '</Callout>'],
      ],
    );
    fc.assert(
      fc.property(code, fc.array(wrap, { maxLength: 3 }), (value, wraps) => {
        const open = wraps.flatMap(([start]) => start);
        const close = [...wraps].reverse().flatMap(([, end]) => end);
        const { files, findings } = page(...open, '````js', ...value.split('\n'), '````', ...close);
        assert.deepEqual(
          findings.filter(({ severity }) => severity === 'error'),
          [],
        );
        assert.deepEqual(codeOf(files.get('concepts/a.mdx') ?? ''), [value]);
      }),
      { numRuns: 300 },
    );
  });

  for (const [what, lines] of [
    ['comments before code', [`{${'/**/'.repeat(50_000)}x}`]],
    ['blanks in what may be an import', [`import a${' '.repeat(200_000)}b`]],
    ['blanks in a heading', [`# a${' '.repeat(200_000)}b`]],
    ['blanks in an underlined heading', [`a${' '.repeat(200_000)}b`, '---']],
    ['slashes in a link', [`[a](/docs${'/'.repeat(200_000)}x)`]],
    ['words without a full stop', ['word '.repeat(40_000)]],
  ] as const)
    // Each takes under two seconds; where time grows with the square it is minutes.
    it(`200,000 characters of ${what} are read`, { timeout: 60_000 }, async ({ signal }) => {
      assert.equal(await splitInWorker(lines, signal), 1);
    });

  it('a page that was rewritten is not changed by being rewritten again', () => {
    const { files } = splitDump(SCRAPE_BYTES, TABLES);
    for (const [file, text] of files) {
      const tree = parsePage(text);
      tree.children = tree.children.filter(({ type }) => type !== 'mdxjsEsm');
      const once = serializeBody(tree);
      const again = rewrite(parsePage(`---\ntitle: x\n---\n${once}`), {
        source: '/docs/x',
        title: 'x',
        findings: new PageFindings(file, 0),
      });
      const withoutComments = once.replace(/ \{\/\* #\S+ \*\/\}$/gm, '');
      assert.equal(serializeBody(again), withoutComments, file);
    }
  });

  it('a second split of the same bytes is identical', () => {
    const [one, two] = [splitDump(SCRAPE_BYTES, TABLES), splitDump(SCRAPE_BYTES, TABLES)];
    assert.deepEqual([...one.files], [...two.files]);
    assert.deepEqual(one.manifest, two.manifest);
  });
});
