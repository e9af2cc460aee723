import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { isCompressible, precompress, type Weights } from '../../../src/server/precompress.ts';

for (const [file, expected] of [
  ['/index.html', true],
  ['/guides/streams.md', true],
  ['/llms.txt', true],
  ['/_astro/page.C4vT.css', true],
  ['/_astro/page.C4vT.js', true],
  ['/pages.json', true],
  ['/sitemap-0.xml', true],
  ['/favicon.svg', true],
  ['/site.webmanifest', true],
  ['/_headers.json', false],
  ['/og/streams.png', false],
  ['/pagefind/wasm.en.pagefind', false],
  ['/pagefind/fragment/en_1.pf_fragment', false],
  ['/index.html.br', false],
  ['/index.html.gz', false],
] as const) {
  test(`${file} is ${expected ? '' : 'not '}compressed`, () =>
    assert.equal(isCompressible(file), expected));
}

test('copies decompress to the file, small and incompressible files get none, each is reported', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'precompress-'));
  const page = '<p>Motia Steps</p>'.repeat(9000);
  writeFileSync(join(folder, 'page.html'), page);
  writeFileSync(join(folder, 'small.txt'), 'small'.repeat(10));
  writeFileSync(join(folder, 'picture.png'), page);
  const report = new Map<string, Weights>();
  const files = ['/page.html', '/small.txt', '/picture.png'];
  await precompress(folder, files, (file, weights) => report.set(file, weights));

  const copy = (name: string) => readFileSync(join(folder, name));
  assert.equal(brotliDecompressSync(copy('page.html.br')).toString(), page);
  assert.equal(gunzipSync(copy('page.html.gz')).toString(), page);
  assert.ok(!existsSync(join(folder, 'small.txt.br')));
  assert.ok(!existsSync(join(folder, 'picture.png.gz')));
  assert.deepEqual(Object.fromEntries(report), {
    '/small.txt': { plain: 50 },
    '/page.html': {
      plain: page.length,
      br: copy('page.html.br').length,
      gzip: copy('page.html.gz').length,
    },
  });

  const before = copy('page.html.br');
  await precompress(folder, [...files, '/page.html.br', '/page.html.gz']);
  assert.deepEqual(copy('page.html.br'), before);
  assert.ok(!existsSync(join(folder, 'page.html.br.br')));
  rmSync(folder, { recursive: true });
});
