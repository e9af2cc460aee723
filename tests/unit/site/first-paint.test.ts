import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withFirstPaint } from '../../../src/site/build/first-paint.ts';

const SHEET = '<link rel="stylesheet" href="/kb/_astro/ec.58rhk.css">';
const FONTS = '<script>for (const font of document.fonts) font.load()</script>';
const block = (sheet = '') => `<div class="expressive-code">${sheet}<figure></figure></div>`;
const page = (head: string, body: string) =>
  `<html><head>${head}</head><body>${body}</body></html>`;

test('the sheet of code moves from the first block of the Markdown to the head, before the script that reads fonts', () => {
  for (const blocksBefore of ['', block()]) {
    assert.equal(
      withFirstPaint(page('<title>Steps</title>', blocksBefore + block(SHEET) + block())),
      page(`<title>Steps</title>${SHEET}${FONTS}`, blocksBefore + block() + block()),
    );
  }
});

test('a page without code gets the script alone', () => {
  assert.equal(withFirstPaint(page('', '<p>No code</p>')), page(FONTS, '<p>No code</p>'));
});
