import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  nameStyles,
  readStyledPage,
  withStyleClasses,
} from '../../../src/site/build/style-classes.ts';

const rewrite = (...pages: string[]): string[] => {
  const read = pages.map(readStyledPage);
  const names = nameStyles(read);
  return read.map((page) => withStyleClasses(page, names));
};
const page = (body: string): string =>
  `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`;

describe('style attributes', () => {
  test('become classes, with one sheet in the head', () => {
    const [html] = rewrite(page('<p><span style="--0:#fff;--1:#000">a</span></p>'));
    assert.equal(
      html,
      '<!doctype html><html><head><title>x</title><style>.s0{--0:#fff;--1:#000}</style></head><body><p><span class="s0">a</span></p></body></html>',
    );
  });

  test('join the classes that an element has, before or after the attribute', () => {
    const [html = ''] = rewrite(
      page('<i style="a:b" class="x y">1</i><i class="z" style="a:b">2</i>'),
    );
    assert.ok(html.includes('<i class="x y s0">1</i><i class="z s0">2</i>'), html);
  });

  test('get the same names on every page, whatever the spaces in them', () => {
    const [one = '', two = ''] = rewrite(
      page('<b style="--depth: 1;">1</b>'),
      page('<b style="--depth:1">2</b><b style="--depth:0">3</b>'),
    );
    assert.ok(one.includes('<b class="s1">1</b>'));
    assert.ok(two.includes('<b class="s1">2</b><b class="s0">3</b>'));
    assert.ok(one.includes('<style>.s0{--depth:0}.s1{--depth:1}</style>'));
  });

  test('in text, code and scripts are no attributes', () => {
    const body = '<pre>&lt;p style="x:y"&gt;</pre><script>const a = \'<p style="x:y">\'</script>';
    assert.deepEqual(rewrite(page(body)), [page(body)]);
  });

  test('stay away from pages that have none', () => {
    assert.deepEqual(rewrite(page('<p>x</p>'), page('<p style="a:b">x</p>'))[0], page('<p>x</p>'));
  });
});
