import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitDump } from '../../../../src/split/index.ts';
import { dumpOf, SCRAPE_BYTES, TABLES, titled } from '../scrape.ts';

const page = (...lines: string[]): string =>
  splitDump(dumpOf(['/docs/concepts/a', ...titled('Title'), ...lines]), TABLES).files.get(
    'concepts/a.mdx',
  ) ?? '';
const headings = (...lines: string[]): string[] => page(...lines).match(/^#+ .*$/gm) ?? [];

describe('headings', () => {
  it('keep level, text and emoji', () => {
    assert.deepEqual(headings('## 🚀 Quick Start', '', '#### Deep `code`'), [
      '## 🚀 Quick Start',
      '#### Deep `code`',
    ]);
  });

  it('that collide keep the anchors upstream gave them, without a mark', () => {
    assert.deepEqual(headings('## Same', '', '## Same', '', '## C++', '', '## C#'), [
      '## Same',
      '## Same',
      '## C++',
      '## C\\#',
    ]);
  });

  it('of emoji alone get an anchor that is valid', () => {
    assert.deepEqual(headings('## 🚀', '', '## 🎉'), [
      '## 🚀 {/* #section-1 */}',
      '## 🎉 {/* #-1 */}',
    ]);
  });

  it('carry their upstream anchor where ours would be another', () => {
    assert.deepEqual(headings('# Title', '', '## Title', '', '## Custom [#my-id]'), [
      '## Title {/* #title-1 */}',
      '## Custom {/* #my-id */}',
    ]);
  });

  it('that repeat the title go, and their anchor stays', () => {
    const text = page('# Title', '', 'Text.');
    assert.match(text, /<Anchor id="title" \/>\n\nText\.\n$/);
  });

  it('that only resemble the title stay', () => {
    assert.deepEqual(headings('# Title!', ''), ['# Title!']);
  });

  it('of the scrape lose the title six times, and need no mark but where it shifted them', () => {
    const { files } = splitDump(SCRAPE_BYTES, TABLES);
    const texts = [...files.values()];
    assert.equal(
      texts.filter((text) => /^<Anchor id="[\w-]+" \/>$/m.test(text.slice(0, 1200))).length,
      6,
    );
  });
});
