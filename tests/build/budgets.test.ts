/**
 * What opening a page costs at most, cold: bytes of all that it loads as brotli, requests for it, and
 * elements. Whoever needs more takes something else away. What a browser says, and stock Starlight beside
 * it: npm run bench:build.
 */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { address } from '../../src/settings.ts';
import { readRoutes } from '../../src/content/read-routes.ts';
import { weighPage, type PageWeight } from './page-weight.ts';

const DIST = 'dist';

type Budget = Pick<PageWeight, 'bytes' | 'requests' | 'nodes'>;

/** For every page, the tutorials in three languages included. */
const ANY: Budget = { bytes: 65_000, requests: 11, nodes: 5500 };

const PAGES: Readonly<Record<string, Budget>> = {
  'index.html': { bytes: 49_000, requests: 11, nodes: 1300 },
  'concepts/steps/index.html': { bytes: 54_000, requests: 11, nodes: 3600 },
  'reference/api/index.html': { bytes: 60_000, requests: 11, nodes: 4600 },
  'search/index.html': { bytes: 39_500, requests: 9, nodes: 700 },
  '404.html': { bytes: 40_000, requests: 9, nodes: 700 },
};

const { pages, sections } = readRoutes();
const files = new Set([
  ...[...pages, ...sections].map(({ route }) => `${route.slice(1)}index.html`),
  ...Object.keys(PAGES).filter((file) => existsSync(`${DIST}/${file}`)),
]);

describe('opening a page cold costs no more than its budget', () => {
  for (const file of files) {
    test(file, () => {
      const weight = weighPage(DIST, file, address.base);
      const budget = PAGES[file] ?? ANY;
      const over = (Object.keys(budget) as (keyof Budget)[])
        .filter((key) => weight[key] > budget[key])
        .map((key) => `${weight[key]} ${key}, ${budget[key]} allowed`);
      assert.deepEqual(over, [], JSON.stringify(weight));
    });
  }
});

test('the search ships what its pages load, and no interface of Pagefind', () => {
  for (const name of ['pagefind-ui.js', 'pagefind-component-ui.js', 'pagefind-modular-ui.js']) {
    assert.ok(!existsSync(`${DIST}/pagefind/${name}`), name);
  }
});

test('our script for the table of contents stands in for Starlight’s, which looks at every element', () => {
  const scripts = globSync('_astro/*.js', { cwd: DIST }).map((file) =>
    readFileSync(`${DIST}/${file}`, 'utf8'),
  );
  assert.equal(scripts.filter((text) => /define\(.starlight-toc./.test(text)).length, 1);
  assert.deepEqual(
    scripts.filter((text) => text.includes('.sl-heading-wrapper')),
    [],
  );
});
