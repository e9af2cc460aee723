import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { encode, localKeys } from '../../../src/pictures/local.ts';
import { readImageTable, type ImageTable } from '../../../src/pictures/table.ts';
import { servedPicture, variantsOf } from '../../../src/pictures/variants.ts';
import { draw } from './drawn.ts';

const KEY = 'img/flow.png';
const flow = await draw(800, 600, '');
const sha8 = flow.facts.sha256?.slice(0, 8);
const table: ImageTable = {
  [KEY]: flow.facts,
  'img/wide.png': { ...flow.facts, width: 3000, height: 2000 },
  'img/small.png': { ...flow.facts, width: 300 },
  'img/film.gif': { ...flow.facts, width: 700 },
  'img/unknown.gif': { upstream: '', bytes: null, sha256: null, width: null, height: null },
};
const here = new Set(Object.keys(table));

describe('a picture is served', () => {
  test('in AVIF and WebP, in every width up to its own', () => {
    assert.deepEqual(servedPicture(KEY, table, here), {
      sources: [
        {
          type: 'image/avif',
          srcset: `/pictures/img/flow.${sha8}-640.avif 640w, /pictures/img/flow.${sha8}-800.avif 800w`,
        },
        {
          type: 'image/webp',
          srcset: `/pictures/img/flow.${sha8}-640.webp 640w, /pictures/img/flow.${sha8}-800.webp 800w`,
        },
      ],
      fallback: `/pictures/img/flow.${sha8}-800.webp`,
      full: `/pictures/img/flow.${sha8}-800.avif`,
    });
  });

  test('never larger than the page and the zoom need, nor than it is', () => {
    const widths = (key: string) =>
      variantsOf(key, table[key] ?? flow.facts).map(({ format, width }) => `${width} ${format}`);
    assert.deepEqual(widths('img/wide.png'), [
      '640 avif',
      '1280 avif',
      '1920 avif',
      '640 webp',
      '1280 webp',
    ]);
    assert.deepEqual(widths('img/small.png'), ['300 avif', '300 webp']);
  });

  test('as a still of its first frame, and whole only as what a click leads to, if it is an animation', () => {
    const film = servedPicture('img/film.gif', table, here);
    assert.equal(film?.full, `/pictures/img/film.${sha8}.gif`);
    assert.equal(film?.fallback, `/pictures/img/film.${sha8}-700.webp`);
    assert.doesNotMatch(JSON.stringify(film.sources), /gif /);
  });

  test('only if it is here', () => {
    assert.equal(servedPicture(KEY, table, new Set()), undefined);
    assert.equal(servedPicture('img/unknown.gif', table, here), undefined);
  });
});

test('no two files of the committed table share a route', () => {
  const routes = Object.entries(readImageTable()).flatMap(([key, facts]) =>
    variantsOf(key, facts).map(({ route }) => route),
  );
  assert.ok(routes.length > 100);
  assert.equal(new Set(routes).size, routes.length);
});

describe('the local folder', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    mkdirSync(join(folder, 'img'));
    writeFileSync(join(folder, KEY), flow.bytes);
    writeFileSync(join(folder, 'img/wide.png'), flow.bytes.subarray(0, 100));
    writeFileSync(join(folder, 'img/unknown.gif'), flow.bytes);
  });
  after(() => rmSync(folder, { recursive: true }));

  test('has the pictures that are whole and known', () => {
    assert.deepEqual(localKeys(table, folder), new Set([KEY]));
  });

  test('may be missing', () => {
    assert.deepEqual(localKeys(table, join(folder, 'none')), new Set());
  });

  test('gives each variant in its format and width, and the same again from the cache', async () => {
    const cache = join(folder, 'cache');
    for (const variant of variantsOf(KEY, flow.facts)) {
      const encoded = await encode(variant, cache, folder);
      const { format, width, height } = await sharp(encoded).metadata();
      assert.deepEqual(
        [format, width],
        [variant.format === 'avif' ? 'heif' : 'webp', variant.width],
      );
      assert.equal(height, (variant.width * 600) / 800);
      rmSync(join(folder, KEY));
      writeFileSync(join(folder, KEY), 'no picture');
      assert.deepEqual(await encode(variant, cache, folder), encoded);
      writeFileSync(join(folder, KEY), flow.bytes);
    }
  });
});
