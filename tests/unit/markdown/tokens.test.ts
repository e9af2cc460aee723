import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTokens } from '../../../src/markdown/index.ts';

test('tokens are those of o200k_base, and names of special tokens are plain text', () => {
  assert.equal(countTokens('hello world'), 2);
  assert.equal(countTokens('Every Step has a `triggers` array.'), 10);
  assert.ok(countTokens('<|endoftext|>') > 1);
});
