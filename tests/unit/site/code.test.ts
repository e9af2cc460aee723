import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { renderCode } from '../../../src/site/code/renderer.ts';

const CODE = `export const config = {
  name: 'HelloStep',

  triggers: [{ type: 'api', path: '/hello' }],
}`;

const block = fromHtml(await renderCode(CODE, 'typescript'), { fragment: true });
const lines = selectAll('.ec-line .code', block);
const tokens = (line = 0) =>
  selectAll('span', lines[line] ?? block).map((token) => toString(token));

test('every line stands in the block as it was written', () => {
  assert.equal(lines.map((line) => toString(line).replace(/\n$/, '')).join('\n'), CODE);
});

test('a string has one colour with its quotes', () => {
  assert.deepEqual(tokens(1), ['  ', 'name', ': ', "'HelloStep'", ',']);
});

test('neighbours of one colour are one element, also over blanks', () => {
  assert.deepEqual(tokens(0), ['export', ' const ', 'config', '= {']);
  assert.ok(tokens(3).includes(': [{ '));
});

test('the copy button holds no second copy of the code', () => {
  const button = select('.copy button', block);
  assert.ok(button);
  assert.equal(button.properties['dataCode'], undefined);
});
