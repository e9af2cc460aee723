import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DecodeError, decodeDump, repairLine } from '../../../src/split/decode.ts';
import { excerpt, SCRAPE } from './scrape.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decodes = (...parts: number[]): unknown => decodeDump(Uint8Array.from(parts));

describe('decoding the scrape', () => {
  it('repairs 606 lines, code and headings and descriptions included', () => {
    assert.equal(SCRAPE.repairedLines.length, 606);
    assert.equal(excerpt(27, 27).includes('‚'), false);
    assert.equal(excerpt(1820, 1820), '## 💬 Get Help & Support');
    assert.match(excerpt(28825, 28825), /Learn why Motia exists — a unified backend framework/);
  });

  it('leaves no sign of Mac Roman behind', () => {
    assert.doesNotMatch(SCRAPE.text, /‚Ü|‚Ä|\uF8FF|√¢/);
  });
});

describe('repairing a line', () => {
  it('restores arrows, check marks, emoji with joiners, and box drawing', () => {
    assert.equal(repairLine('a ‚Üí b'), 'a → b');
    assert.equal(repairLine('‚úÖ done'), '✅ done');
    assert.equal(repairLine('\uF8FFüëÅÔ∏è seen'), '👁️ seen');
    assert.equal(repairLine('‚îú‚îÄ‚îÄ src'), '├── src');
    assert.equal(repairLine('caf√©'), 'café');
  });

  it('leaves text alone that is right already', () => {
    for (const line of [
      'a → b ✅',
      '“état”',
      'mot—état',
      '‘être',
      'naïve café',
      '√2 ≈ 1.41',
      '中文',
    ])
      assert.equal(repairLine(line), line);
  });

  it('repairs the damaged half of a line that is half right', () => {
    assert.equal(repairLine('→ ‚Üí ✅'), '→ → ✅');
  });

  it('repairs a repaired line no further', () => {
    const once = repairLine('\uF8FFüöÄ ‚Üí');
    assert.equal(repairLine(once), once);
  });
});

describe('decoding other bytes', () => {
  it('drops a byte order mark and reads CRLF as one line ending', () => {
    assert.deepEqual(decodeDump(bytes('\uFEFFa\r\nb ‚Üí\r\n')), {
      text: 'a\nb →\n',
      repairedLines: [2],
    });
  });

  it('counts only the lines it changed when clean and damaged lines are mixed', () => {
    assert.deepEqual(decodeDump(bytes('clean →\ndamaged ‚Üí\nplain')).repairedLines, [2]);
  });

  it('names line and offset of invalid UTF-8, also when a sequence is cut short', () => {
    assert.throws(
      () => decodes(65, 10, 66, 0xff, 67),
      (error) => {
        assert.ok(error instanceof DecodeError);
        assert.deepEqual(
          [error.message, error.line, error.offset],
          ['invalid UTF-8 at byte offset 3', 2, 3],
        );
        return true;
      },
    );
    assert.throws(() => decodes(65, 0xe2, 0x86), /invalid UTF-8 at byte offset/);
  });

  it('refuses NUL and says where', () => {
    assert.throws(() => decodes(65, 10, 0), /NUL byte at offset 2/);
  });
});
