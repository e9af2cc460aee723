import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sha256 } from '../../../src/code/blocks.ts';
import { changedLines } from '../../../src/code/changed-lines.ts';
import { readFixes } from '../../../src/code/fixes.ts';
import { mendBlock } from '../../../src/code/mend.ts';
import { unprovedFixes } from '../../../src/code/prove-fixes.ts';
import { makeReport } from '../../../src/code/make-report.ts';
import { BENCH, NEAREST, page } from './bench.ts';

const CODE = `import type { StepConfig } from 'motia'
export const config: StepConfig = {
  name: 'Hello',
  triggers: [{ type: 'api', path: '/hello', method: 'GET' }],
  middleware: [],
}`;

const table = (parts: { patterns?: string; blocks?: string; unfixable?: string }) =>
  readFixes(`proved: [${NEAREST}]
patterns: ${parts.patterns ?? '[]'}
blocks: ${parts.blocks ?? '[]'}
unfixable: ${parts.unfixable ?? '[]'}`);

const ABOUT = 'why: Because., since: 1.0.0, evidence: its types';
const RENAME = `[{ id: rename, ${ABOUT}, languages: [typescript, python], find: "(type['\\"]?: ['\\"])api", replace: $1http }]`;
const remove = (code = CODE) =>
  `[{ id: remove, ${ABOUT}, page: guides/sample.mdx, ordinal: 1, sha256: '${sha256(code).slice(0, 12)}', edits: [{ find: "  middleware: [],\\n", replace: '' }] }]`;

const block = (language: string, code: string, ordinal = 1) => ({
  page: 'guides/sample.mdx',
  ordinal,
  language,
  code,
});

describe('a block', () => {
  it('is mended by the fixes of its place, then by the patterns of its language', () => {
    const fixes = table({ patterns: RENAME, blocks: remove() });
    const mended = mendBlock(block('ts', CODE), fixes);
    assert.deepEqual(
      mended.changes.map(({ id }) => id),
      ['remove', 'rename'],
    );
    assert.deepEqual(
      mended.lines.filter(({ kind }) => kind !== 'same'),
      [
        { kind: 'deleted', text: "  triggers: [{ type: 'api', path: '/hello', method: 'GET' }]," },
        { kind: 'deleted', text: '  middleware: [],' },
        {
          kind: 'inserted',
          text: "  triggers: [{ type: 'http', path: '/hello', method: 'GET' }],",
        },
      ],
    );
  });

  it('of another language, place or text is left as it is', () => {
    const fixes = table({ patterns: RENAME, blocks: remove() });
    assert.equal(mendBlock(block('js', "{ type: 'api' }"), fixes).changes.length, 0);
    assert.equal(mendBlock(block('yaml', "type: 'api'"), fixes).code, "type: 'api'");
    const other = mendBlock(block('ts', CODE, 2), fixes);
    assert.deepEqual(
      other.changes.map(({ id }) => id),
      ['rename'],
    );
    assert.equal(mendBlock(block('python', '{"type": "api"}'), fixes).code, '{"type": "http"}');
  });
});

it('a diff has every line of both texts, in order, whatever they are', () => {
  const texts = ['', 'a', 'a\nb\nc', 'b\nc\nd', 'c\nb\na\nc', 'x\n\nb'];
  for (const before of texts) {
    for (const after of texts) {
      const lines = changedLines(before, after);
      const without = (kind: string) =>
        lines.flatMap((line) => (line.kind === kind ? [] : [line.text])).join('\n');
      assert.equal(without('inserted'), before);
      assert.equal(without('deleted'), after);
    }
  }
  const long = Array.from({ length: 100_000 }, (_, index) => `line ${index}`);
  const changed = changedLines(long.join('\n'), long.map((line) => `${line}!`).join('\n'));
  assert.equal(changed.length, 200_000);
});

describe('the table of fixes', () => {
  const faults = (fixes: ReturnType<typeof table>, code = CODE) => {
    const blocks = page([['ts', code]]);
    const report = makeReport([{ blocks, lines: [77] }], fixes, BENCH, undefined);
    return unprovedFixes(fixes, report, blocks);
  };

  it('is proved when the mended sample checks', () => {
    assert.deepEqual(faults(table({ patterns: RENAME, blocks: remove() })), []);
  });

  it('fails for a mend that does not suffice, naming fix, page and line', () => {
    assert.deepEqual(faults(table({ patterns: RENAME })), [
      `fixes.yaml: rename: guides/sample.mdx block 1 (line 77) still differs, its line 5: TS2353 Object literal may only specify known properties, and 'middleware' does not exist in type 'StepConfig'. in motia ${NEAREST}`,
    ]);
  });

  it('fails for a fix that no longer applies, and for a sample that nobody looked at', () => {
    assert.deepEqual(faults(table({ blocks: remove('another text') })), [
      'fixes.yaml: remove no longer applies to guides/sample.mdx block 1',
      `guides/sample.mdx block 1 (line 77) differs, its line 4: TS2322 Type '"api"' is not assignable to type '"cron" | "http" | "queue" | "state" | "stream"'. in motia ${NEAREST}, and fixes.yaml has neither a fix nor a note for it`,
    ]);
  });

  it('fails for a note on a sample that checks, or on another text', () => {
    const note = (code: string) =>
      `[{ page: guides/sample.mdx, ordinal: 1, sha256: '${sha256(code).slice(0, 12)}', why: Gone. }]`;
    const good = "import 'motia'";
    assert.deepEqual(faults(table({ unfixable: note(CODE) })), []);
    assert.deepEqual(faults(table({ unfixable: note(good) }), good), [
      `fixes.yaml: the note on guides/sample.mdx block 1 (line 77) is not needed: it checks in motia ${NEAREST}`,
    ]);
    assert.deepEqual(faults(table({ unfixable: note('x') }), good), [
      'fixes.yaml: the note on guides/sample.mdx block 1 is of another text: read the sample again',
    ]);
  });

  it('refuses two fixes of one name, and a pattern that is none', () => {
    assert.throws(
      () => table({ patterns: RENAME, blocks: remove().replace('id: remove', 'id: rename') }),
      {
        message: 'fixes.yaml: two fixes are called rename',
      },
    );
    assert.throws(() => table({ patterns: RENAME.replace('(type', '(type(') }), {
      message: 'fixes.yaml: patterns.0.find: expected a regular expression',
    });
  });
});
