import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withCodeStylesFirst } from '../../../src/site/build/code-styles.ts';

const SHEET = '<link rel="stylesheet" href="/kb/_astro/ec.58rhk.css">';
const block = (sheet = '') => `<div class="expressive-code">${sheet}<figure></figure></div>`;
const page = (head: string, body: string) =>
  `<html><head>${head}</head><body>${body}</body></html>`;

test('code that stands before the sheet of code gets it in the head', () => {
  assert.equal(
    withCodeStylesFirst(page('', block() + block(SHEET))),
    page(SHEET, block() + block()),
  );
});

test('a page whose first block brings the sheet stays as it is, and one without code', () => {
  for (const html of [page('', block(SHEET) + block()), page('', '<p>No code</p>')]) {
    assert.equal(withCodeStylesFirst(html), html);
  }
});
