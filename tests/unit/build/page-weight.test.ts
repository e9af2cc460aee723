import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { weighPage } from '../../build/page-weight.ts';

const site = mkdtempSync(join(tmpdir(), 'site-'));
after(() => rmSync(site, { recursive: true }));
const put = (file: string, text: string) => writeFileSync(join(site, file), text);

test('a page weighs what it loads before its scripts run, each file once', () => {
  put(
    'index.html',
    `<!doctype html><link rel="stylesheet" href="/base/a.css"><link rel="icon" href="/base/i.svg">
     <script type="module" src="/base/one.js"></script><script type="module" src="/base/two.js"></script>
     <script>let inline</script><template><p><b></b></p></template>`,
  );
  put('a.css', 'a{}');
  put('one.js', 'import{a}from"./shared.js";import("./later.js")');
  put('two.js', 'import"./shared.js";export{b}from"./deep.js"');
  put('shared.js', 'export let a');
  put('deep.js', 'import "./shared.js"');
  put('later.js', 'never loaded with the page');
  const { css, js, html, bytes, requests, nodes } = weighPage(site, 'index.html', '/base/');
  assert.equal(requests, 6);
  assert.ok(css > 0 && js > 0 && bytes === html + css + js);
  // html, head, two links, three scripts, template, body.
  assert.equal(nodes, 9);
});

test('what the server has compressed already counts as it is', () => {
  put('plain.html', '<p>text');
  put('plain.html.br', '12345');
  assert.equal(weighPage(site, 'plain.html').html, 5);
});

test('a file that is not there is an error', () => {
  put('broken.html', '<script src="/none.js"></script>');
  assert.throws(() => weighPage(site, 'broken.html'), /none\.js/);
});
