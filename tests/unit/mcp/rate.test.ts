import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { limiter } from '../../../src/mcp/rate.ts';

describe('the rate of a client', () => {
  test('is a burst, then what flows in, and the wait is told', () => {
    let time = 0;
    const waitFor = limiter({ burst: 3, perSecond: 0.5 }, () => time);
    assert.deepEqual(
      Array.from({ length: 4 }, () => waitFor('a')),
      [0, 0, 0, 2],
    );
    time = 2000;
    assert.deepEqual([waitFor('a'), waitFor('a')], [0, 2]);
    time = 1_000_000;
    assert.deepEqual(
      Array.from({ length: 4 }, () => waitFor('a')),
      [0, 0, 0, 2],
    );
  });

  test('counts each call of several at once, and lets in all of them or none', () => {
    const waitFor = limiter({ burst: 100, perSecond: 10 }, () => 0);
    assert.deepEqual([waitFor('a', 60), waitFor('a', 60), waitFor('a', 40)], [0, 2, 0]);
  });

  test('lets in more calls at once than a burst when nothing was asked before', () => {
    let time = 0;
    const waitFor = limiter({ burst: 10, perSecond: 1 }, () => time);
    assert.deepEqual([waitFor('a', 11), waitFor('a', 11)], [0, 10]);
    time = 10_000;
    assert.equal(waitFor('a', 11), 0);
  });

  test('is its own', () => {
    const waitFor = limiter({ burst: 1, perSecond: 1 }, () => 0);
    assert.deepEqual([waitFor('a'), waitFor('b'), waitFor('a')], [0, 0, 1]);
  });

  test('is forgotten for the one longest unheard of, so that no number of clients fills the memory', () => {
    const waitFor = limiter({ burst: 1, perSecond: 1 }, () => 0);
    waitFor('first');
    for (let client = 0; client < 9_999; client += 1) waitFor(String(client));
    assert.equal(waitFor('first'), 1);
    waitFor('one more');
    assert.equal(waitFor('0'), 0);
    assert.equal(waitFor('first'), 1);
  });
});
