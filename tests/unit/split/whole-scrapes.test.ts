/** Every word of every page of real scrapes stands in the page's Markdown, in its place. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { parsePage, renderPage } from '../../../src/markdown/index.ts';
import { splitDump } from '../../../src/split/index.ts';
import { ROOT, SCRAPE_FILE, TABLES } from './scrape.ts';
import { firstDifference, wordsOfScrape, wordsOfTwin } from './word-reader.ts';

/** Beside the project, also for a work tree in a folder beside it. */
const DUMPS = ['../shared/dumps', '../../shared/dumps']
  .map((path) => resolve(ROOT, path))
  .find((path) => existsSync(path));

function misplaced(file: string): string[] {
  const bytes = readFileSync(file);
  const { files, manifest, findings } = splitDump(bytes, TABLES);
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'error'),
    [],
  );
  const lines = bytes.toString('utf8').split('\n');
  return manifest.pages.flatMap(({ file: name, title, lines: [entry, last] }) => {
    const tree = parsePage(files.get(name) ?? '', name);
    const context = { file: name, link: (href: string) => href, picture: (src: string) => src };
    const { markdown } = renderPage(tree, title, context);
    const source = wordsOfScrape(lines.slice(entry, last), title);
    assert.ok(source.length > 10, `${name} has no words to compare`);
    const difference = firstDifference(source, wordsOfTwin(markdown));
    return difference ? [`${name}: "${difference.source}" became "${difference.twin}"`] : [];
  });
}

describe('no word is out of place', () => {
  it('in the project’s own scrape', () => {
    assert.deepEqual(misplaced(SCRAPE_FILE), []);
  });

  const dumps = DUMPS ? readdirSync(DUMPS).filter((name) => name.endsWith('.txt')) : ['any.txt'];
  for (const name of dumps) {
    const skip = DUMPS === undefined && '../shared/dumps is not here';
    it(`in the scrape ${name}`, { skip }, () => {
      assert.deepEqual(misplaced(resolve(DUMPS ?? '', name)), []);
    });
  }
});
