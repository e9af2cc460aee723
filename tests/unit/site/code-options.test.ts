import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderCode } from '../../../src/site/code/renderer.ts';

const CODE = "export const handler = async (req, { logger }) => logger.info('Processing request')";

test('code has the same colours on a machine so busy that a second passes between two tokens', async (t) => {
  const quiet = await renderCode(CODE, 'ts');
  assert.match(quiet, /--0:.*--0:/);
  let now = Date.now();
  t.mock.method(Date, 'now', () => (now += 1000));
  assert.equal(await renderCode(CODE, 'ts'), quiet);
});
