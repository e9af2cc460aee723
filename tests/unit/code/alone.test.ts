/**
 * The fixes measured in another way than `check:code` does: each mended sample as a real file, alone,
 * by the plain compiler. Modules that are not there are forgiven, Motia's own are not.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mendBlock } from '../../../src/code/mend.ts';
import { readCodePages } from '../../../src/code/read-pages.ts';
import { readFixesOf } from '../../../src/content/read-code.ts';
import { VERSIONS } from '../../../src/code/versions.ts';
import { checkingAlone, importsMotia, type Sample } from '../../alone.ts';

const fixes = readFixesOf('content');
const blocks = readCodePages('content')
  .flatMap((page) => page.blocks)
  .filter(({ language, code }) => /^(ts|tsx|typescript)$/.test(language) && importsMotia(code));

const nameOf = ({ page, ordinal }: { page: string; ordinal: number }) => `${page} ${ordinal}`;
const samples = blocks.map((block): Sample => ({
  name: nameOf(block),
  code: block.code,
  language: block.language === 'tsx' ? 'tsx' : 'ts',
}));
const mended = samples.map((sample, index) => {
  const block = blocks[index] ?? assert.fail();
  return { ...sample, code: mendBlock(block, fixes).code };
});

describe('the TypeScript samples that import Motia, each alone and strict', () => {
  const [nearest, newest] = VERSIONS;

  it('are 111, of which 31 check as upstream has them in the version nearest to the scrape', () => {
    assert.equal(samples.length, 111);
    assert.equal(checkingAlone(samples, nearest?.alias ?? '').size, 31);
    assert.equal(checkingAlone(samples, newest?.alias ?? '').size, 15);
  });

  it('check with the fixes, but for those that the fixes name as hopeless', () => {
    const good = checkingAlone(mended, nearest?.alias ?? '');
    const hopeless = new Set(fixes.unfixable.map(nameOf));
    const names = samples.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => !good.has(name)),
      names.filter((name) => hopeless.has(name)),
    );
    assert.ok(good.size >= 100, `${good.size} check`);
  });

  it('reach that by no cast, no `any` and no order to ignore a fault', () => {
    const loose = (code: string) =>
      code.match(/\bany\b|@ts-(?:ignore|expect-error|nocheck)|\bas (?!const\b)/g) ?? [];
    for (const [index, { name, code }] of mended.entries()) {
      const before = loose(samples[index]?.code ?? '').length;
      assert.ok(loose(code).length <= before, name);
    }
  });
});
