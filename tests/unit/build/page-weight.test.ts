import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { weighPage } from '../../build/page-weight.ts';

const site = mkdtempSync(join(tmpdir(), 'site-'));
after(() => rmSync(site, { recursive: true }));
const put = (file: string, text: string) => writeFileSync(join(site, file), text);

test('a page weighs all that it loads from its site before its scripts run, each file once', () => {
  put(
    'index.html',
    `<!doctype html><link rel="stylesheet" href="/base/a.css"><link rel="shortcut icon" href="/base/i.svg">
     <link rel="preload" as="font" href="/base/one.woff2"><link rel="alternate" href="/base/none.md">
     <img src="/base/p.png"><img src="/base/late.png" loading="lazy"><img src="http://elsewhere/p.png">
     <script type="module" src="/base/one.js"></script><script type="module" src="/base/two.js"></script>
     <script>let inline</script><template><p><b></b></p></template>`,
  );
  put(
    'a.css',
    '@font-face{src:url("one.woff2")}@font-face{src:url(/base/two.woff2)}b{src:url(data:font/woff2;x)}',
  );
  for (const file of ['one.woff2', 'two.woff2', 'i.svg', 'p.png']) put(file, file);
  put('one.js', 'import{a}from"./shared.js";import("./later.js")');
  put('two.js', 'import"./shared.js";export{b}from"./deep.js"');
  put('shared.js', 'export let a');
  put('deep.js', 'import "./shared.js"');
  put('later.js', 'never loaded with the page');
  const { css, js, html, fonts, pictures, bytes, requests, nodes } = weighPage(
    site,
    'index.html',
    '/base/',
  );
  // The page, a sheet, four scripts, two fonts, the icon, a picture.
  assert.equal(requests, 10);
  assert.ok(css > 0 && js > 0 && bytes === html + css + js + fonts + pictures);
  assert.equal(fonts, 'one.woff2two.woff2'.length);
  assert.equal(pictures, 'i.svgp.png'.length);
  // html, head, four links, three pictures, three scripts, template, body.
  assert.equal(nodes, 14);
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
