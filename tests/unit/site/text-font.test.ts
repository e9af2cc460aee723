import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { TEXT_FONT_SHEET, textFont } from '../../../src/site/text-font.ts';

const pages = mkdtempSync(join(tmpdir(), 'pages-'));
after(() => rmSync(pages, { recursive: true }));

/** The sheet that a build gets for pages with this text. */
async function sheetFor(text: string): Promise<string> {
  writeFileSync(join(pages, 'page.mdx'), text);
  const { load } = textFont(pages) as { load(id: string): Promise<string> };
  return load(TEXT_FONT_SHEET);
}

test('the sheet holds one font of at most 12 kB, the same for the same pages', async () => {
  const sheet = await sheetFor('# Steps');
  const [, font = ''] = /url\(data:font\/woff2;base64,([^)]+)\)/.exec(sheet) ?? [];
  const bytes = Buffer.from(font, 'base64');
  assert.equal(bytes.toString('latin1', 0, 4), 'wOF2');
  assert.ok(bytes.length <= 12_000, `${bytes.length} bytes`);
  assert.equal(await sheetFor('# Steps'), sheet);
});

test('a character of a page comes with the font; one that the font has not is left to the system', async () => {
  const english = await sheetFor('Steps');
  assert.notEqual(await sheetFor('Étapes'), english);
  assert.equal(await sheetFor('Steps → 🎉'), english);
});
