import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { countTokens as countWhole } from 'gpt-tokenizer/encoding/o200k_base';
import { countTokens } from '../../../src/markdown/index.ts';
import { readRoutes } from '../../../src/content/read-routes.ts';

test('tokens are those of o200k_base, and names of special tokens are plain text', () => {
  assert.equal(countTokens('hello world'), 2);
  assert.equal(countTokens('Every Step has a `triggers` array.'), 10);
  assert.ok(countTokens('<|endoftext|>') > 1);
});

test('a text counted block by block has the tokens of the whole, for every page', () => {
  for (const { file } of readRoutes().pages) {
    const text = readFileSync(`content/${file}`, 'utf8');
    assert.equal(countTokens(text), countWhole(text), file);
  }
  for (const text of [
    'done.\n\n//next\n\n/more',
    'a\n\n\n\n  b\n\n\tc\r\n\r\nd\n\n\u0301e',
    '\n\n',
  ]) {
    assert.equal(countTokens(text), countWhole(text), JSON.stringify(text));
  }
});
