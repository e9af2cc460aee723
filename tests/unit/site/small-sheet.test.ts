import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutNever } from '../../../src/site/code/small-sheet.ts';

test('the sheet of code loses the rules for what no block has', () => {
  assert.equal(
    withoutNever(
      '.ec-line .code{a:b}.ec-line .gutter > *{a:b}.frame.is-terminal,.frame{a:b}.ec-line.ins{a:b}',
    ),
    '.frame{a:b}.ec-line.ins{a:b}',
  );
});

test('and keeps code itself, what is for blocks without it, and names that only begin alike', () => {
  const css = '.frame:not(.is-terminal) .title{a:b}pre > code{a:b}.codeblock{a:b}.wrap-lines{a:b}';
  assert.equal(withoutNever(css), css);
});
