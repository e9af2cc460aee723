import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactBlock } from '../../../src/site/code/exact-block.ts';

const codeOf = (code: string): string => exactBlock({ code, language: 'bash' }).code;

test('white space at the ends of lines stays, as in a command that goes on', () => {
  const code = 'npx motia@latest create \ncd <your-project>';
  assert.equal(codeOf(code), code);
});

test('blank lines around and within the code stay', () => {
  assert.equal(codeOf('\n\na\n   \nb\n\n'), '\n\na\n   \nb\n');
});

test('the newline that ends a fence is no line', () => {
  assert.equal(codeOf('a\n'), 'a');
});

test('tabs stay tabs', () => {
  assert.equal(codeOf('\tif true; then'), '\tif true; then');
});
