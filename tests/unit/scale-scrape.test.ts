/** The scrapes of many pages that `npm run bench:scale` builds. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { scrapeOfPages } from '../../scripts/scale-scrape.ts';
import { readSplitTables } from '../../src/refresh/read-split-tables.ts';
import { splitDump } from '../../src/split/index.ts';

const CONTENT = join(import.meta.dirname, '../../content');
const TEXT = readFileSync(join(CONTENT, '_source/motia-docs.txt'), 'utf8');

const split = (text: string) =>
  splitDump(new TextEncoder().encode(text), readSplitTables(CONTENT, undefined));

describe('a scrape made of the sections of ours', () => {
  test('splits without a complaint into as many pages as were asked for, ours among them as they are', () => {
    const ours = split(TEXT);
    const more = split(scrapeOfPages(TEXT, ours.files.size + 60));
    assert.deepEqual(
      more.findings.filter(({ severity }) => severity !== 'info'),
      [],
    );
    assert.equal(more.files.size, ours.files.size + 60);
    const pages = new Map(ours.manifest.pages.map(({ source, sha256 }) => [source, sha256]));
    const again = more.manifest.pages.filter(({ source }) => pages.has(source));
    assert.deepEqual(new Map(again.map(({ source, sha256 }) => [source, sha256])), pages);
  });

  test('is the same text for the same seed, and another one for another', () => {
    assert.equal(scrapeOfPages(TEXT, 60, 7), scrapeOfPages(TEXT, 60, 7));
    assert.notEqual(scrapeOfPages(TEXT, 60, 7), scrapeOfPages(TEXT, 60, 8));
  });
});
