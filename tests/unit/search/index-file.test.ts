import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  charToCounts,
  countsToChar,
  decodeNumbers,
  encodeNumbers,
  plainAnchorOf,
} from '../../../src/search/index-file.ts';

test('numbers come back as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 30 })), (numbers) => {
      assert.deepEqual([...decodeNumbers(encodeNumbers(numbers))], numbers);
    }),
  );
});

test('small numbers take one character', () => {
  assert.equal(encodeNumbers([0, 1, 31]), 'ABf');
  assert.equal(encodeNumbers([32]).length, 2);
});

test('counts come back as none, one, or two and more; code as none or some', () => {
  for (const [heading, prose, code] of [
    [0, 0, 0],
    [1, 1, 0],
    [0, 0, 2],
    [3, 7, 1],
  ] as const) {
    assert.deepEqual(charToCounts(countsToChar({ heading, prose, code })), {
      heading: Math.min(heading, 2),
      prose: Math.min(prose, 2),
      code: Math.min(code, 1),
    });
  }
});

test('the anchor of most headings follows from the heading', () => {
  assert.equal(plainAnchorOf('How It Works'), 'how-it-works');
  assert.equal(plainAnchorOf('🚀 Quick Start'), '-quick-start');
  assert.equal(plainAnchorOf('State -- Persistent Data'), 'state----persistent-data');
  assert.equal(plainAnchorOf('1. Create a .env File'), '1-create-a-env-file');
});
