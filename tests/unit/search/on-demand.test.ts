import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onDemand } from '../../../src/search/on-demand.ts';

describe('what is loaded on demand', () => {
  test('is loaded at the first call, once, however many ask meanwhile', async () => {
    let loads = 0;
    const load = onDemand(() => Promise.resolve({ load: ++loads }));
    assert.equal(loads, 0);
    const [first, second] = await Promise.all([load(), load()]);
    assert.equal(first, second);
    assert.equal(await load(), first);
    assert.equal(loads, 1);
  });

  test('is tried again after a failure, of which all are told that waited for it', async () => {
    let loads = 0;
    const load = onDemand(() =>
      ++loads === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(loads),
    );
    const waiting = [load(), load()];
    for (const failed of waiting) await assert.rejects(failed, { message: 'offline' });
    assert.equal(await load(), 2);
  });
});
