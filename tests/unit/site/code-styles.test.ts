import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withCodeStylesFirst } from '../../../src/site/build/code-styles.ts';

const SHEET = '<link rel="stylesheet" href="/kb/_astro/ec.58rhk.css">';
const block = (sheet = '') => `<div class="expressive-code">${sheet}<figure></figure></div>`;
const page = (head: string, body: string) =>
  `<html><head>${head}</head><body>${body}</body></html>`;

test('the sheet of code moves from the first block of the Markdown to the head', () => {
  for (const blocksBefore of ['', block()]) {
    assert.equal(
      withCodeStylesFirst(page('<title>Steps</title>', blocksBefore + block(SHEET) + block())),
      page(`<title>Steps</title>${SHEET}`, blocksBefore + block() + block()),
    );
  }
});

test('a page without code stays as it is', () => {
  const html = page('', '<p>No code</p>');
  assert.equal(withCodeStylesFirst(html), html);
});
