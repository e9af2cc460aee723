import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceOf, mend } from '../../../src/search/mend.ts';

const FREQUENCIES: Readonly<Record<string, number>> = {
  webhook: 14,
  environment: 73,
  environments: 3,
  middleware: 20,
  authentication: 12,
  visibilitytimeout: 5,
  deploy: 53,
  security: 30,
  audio: 2,
  deployment: 74,
  none: 4,
  plus: 2,
  state: 93,
  start: 120,
  letter: 9,
};
const mended = (term: string) =>
  mend(term, Object.keys(FREQUENCIES), (known) => FREQUENCIES[known] ?? 0);

test('mends a letter left out, added, swapped, or written for a key beside it or another vowel, and two of them in a long word', () => {
  assert.equal(mended('webhok'), 'webhook');
  assert.equal(mended('middlware'), 'middleware');
  assert.equal(mended('stete'), 'state');
  assert.equal(mended('wevhook'), 'webhook');
  assert.equal(mended('satte'), 'state');
  assert.equal(mended('tsate'), 'state');
  assert.equal(mended('authentification'), 'authentication');
  assert.equal(mended('visibiltytimeot'), 'visibilitytimeout');
});

test('of equally near words the more frequent is meant', () => {
  assert.equal(mended('enviroment'), 'environment');
  assert.equal(mended('enviromentt'), 'environment');
});

test('of equally near words that which is begun is meant', () => {
  assert.equal(mended('stat'), 'state');
});

test('leaves words alone that are other words: short ones, other first letters, numbers', () => {
  for (const term of ['gone', 'plug', 'batter', 'ste', 'port3000', 'audit', 'environless']) {
    assert.equal(mended(term), undefined, term);
  }
});

test('the distance is symmetric, zero for equal words, and never less than the difference in length', () => {
  const words = fc.stringMatching(/^[a-e]{0,8}$/);
  fc.assert(
    fc.property(words, words, (a, b) => {
      const distance = distanceOf(a, b, 16);
      assert.equal(distance, distanceOf(b, a, 16));
      assert.equal(distance === 0, a === b);
      assert.ok(distance >= Math.abs(a.length - b.length));
      assert.ok(distance <= a.length + b.length);
    }),
  );
});
