import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { scrapeOfFolder } from '../../../src/refresh/scrape-of-folder.ts';
import { segmentDump } from '../../../src/split/segment.ts';

const FORMER = `You are an assistant.

# Motia

> Summary.

## Documentation

-   [old](/docs/old): Documentation for old.
Old.

## Optional

-   [Repo](https://github.com/x): Code.
`;

/** The scrape of a folder with these files. */
function scrapeOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return scrapeOfFolder(folder, FORMER);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const sourcesOf = (files: Readonly<Record<string, string>>): string[] =>
  segmentDump(scrapeOf(files)).entries.map(({ source }) => source);

describe('a folder of MDX as a scrape', () => {
  test('has the text of its pages, and what the scrape before said around them', () => {
    const scrape = segmentDump(scrapeOf({ 'index.mdx': '---\ntitle: Home\n---\n\nText.\n' }));
    assert.deepEqual(
      scrape.entries.map(({ source, text }) => [source, text]),
      [['/docs', ['---', 'title: Home', '---', '', 'Text.']]],
    );
    assert.equal(scrape.summary, 'Summary.');
    assert.equal(scrape.preamble, 'You are an assistant.');
    assert.deepEqual(
      scrape.optional.map(({ title }) => title),
      ['Repo'],
    );
  });

  test('has its pages in the order of meta.json, with the rest where it says so', () => {
    const files = { 'a.mdx': '', 'b.mdx': '', 'c/index.mdx': '', 'c/d.mdx': '', 'e.mdx': '' };
    assert.deepEqual(sourcesOf(files), ['/docs/a', '/docs/b', '/docs/c', '/docs/c/d', '/docs/e']);
    const meta = JSON.stringify({
      pages: ['---Start---', 'c', '...', 'a', '!b', '[Blog](https://x)'],
    });
    assert.deepEqual(sourcesOf({ ...files, 'meta.json': meta }), [
      '/docs/c',
      '/docs/c/d',
      '/docs/b',
      '/docs/e',
      '/docs/a',
    ]);
  });

  test('pages that meta.json leaves out come last, so that none is lost', () => {
    const meta = JSON.stringify({ pages: ['b'] });
    assert.deepEqual(sourcesOf({ 'a.mdx': '', 'b.mdx': '', 'meta.json': meta }), [
      '/docs/b',
      '/docs/a',
    ]);
  });

  test('a folder in brackets is no part of a path, and a repository’s content/docs is found', () => {
    assert.deepEqual(sourcesOf({ 'content/docs/(group)/a.mdx': '', 'README.md': '' }), ['/docs/a']);
  });

  test('a folder without pages and a meta.json that is none are one line', () => {
    assert.throws(() => scrapeOf({ 'x.txt': '' }), {
      message: /^\S+: holds no \.mdx and no \.md$/,
    });
    assert.throws(() => scrapeOf({ 'a.mdx': '', 'meta.json': '{' }), { message: /meta\.json: / });
  });
});
