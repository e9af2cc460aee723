/** What must hold of every file of a build, whichever pages it has. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { address } from '../../src/settings.ts';
import { readManifest, readRoutes } from '../../src/content/read-routes.ts';
import { markdownRouteOf } from '../../src/model/routes.ts';
import { answer } from '../../src/server/answer.ts';
import { isCompressible } from '../../src/server/precompress.ts';
import { redirectsOf } from '../../src/model/redirects.ts';
import { readSite } from '../../src/server/site.ts';
import { readHeaderRules } from '../../src/server/headers.ts';

const DIST = 'dist';
const manifest = readManifest();
const routes = readRoutes();
const site = readSite(DIST, redirectsOf(manifest));
const rules = readHeaderRules(DIST);
const read = (file: string) => readFileSync(join(DIST, file));
const htmlOf = (route: string) => read(`${route}index.html`).toString();
const ask = (target: string) =>
  answer({ site, rules, address, pages: routes.pages }, { method: 'GET', target });

/** Routes of pages, and of sections that have no page of their own. */
const everyRoute = [...new Set([...routes.pages, ...routes.sections].map(({ route }) => route))];

describe('every page', () => {
  test('of the scrape is there as HTML and as Markdown', () => {
    const missing = manifest.pages
      .flatMap(({ route }) => [`${route}index.html`, markdownRouteOf(route)])
      .filter((file) => !site.files.has(file));
    assert.deepEqual(missing, []);
  });

  test('has its title shown once, a description, a language and a canonical address', () => {
    for (const route of everyRoute) {
      const html = htmlOf(route);
      assert.match(html, /<title>[^<]{3,}<\/title>/, route);
      assert.match(html, /<html[^>]* lang="en"/, route);
      assert.match(html, /<meta name="description" content="[^"]{20,}"/, route);
      assert.equal(html.match(/<h1[^>]* id="_top"/g)?.length, 1, route);
      assert.ok(html.includes(`<link rel="canonical" href="${address.absolute(route)}"`), route);
    }
  });

  test('ends with its provenance: unofficial, upstream’s page, day and lines of the scrape', () => {
    const { earliest, latest } = manifest.scrape.date;
    for (const { route, source, lines } of manifest.pages) {
      const html = htmlOf(route);
      const end = html.slice(html.lastIndexOf('<footer'));
      assert.match(end, /unofficial/i, route);
      assert.ok(end.includes(manifest.scrape.upstream + source), route);
      for (const day of [earliest, latest]) assert.ok(end.includes(day), route);
      for (const line of lines) assert.ok(end.replaceAll(',', '').includes(String(line)), route);
    }
  });

  test('loads scripts, styles and fonts from the site alone', () => {
    const foreign = [...site.files]
      .filter((file) => /\.(html|css)$/.test(file))
      .flatMap((file) =>
        [
          ...read(file)
            .toString()
            .matchAll(
              /(?:<script[^>]*\ssrc=|<link[^>]*\srel="stylesheet"[^>]*\shref=|@import |url\()["']?(https?:)?\/\/[^"')\s>]+/g,
            ),
        ].map(([found]) => `${file}: ${found}`),
      );
    assert.deepEqual(foreign, []);
  });

  test('is in the sitemap, and nothing else is', () => {
    const sitemap = read('/sitemap-0.xml').toString();
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url);
    assert.deepEqual(
      listed.toSorted(),
      everyRoute.map((route) => address.absolute(route)).toSorted(),
    );
  });

  test('with text of its own is in the search index', () => {
    const { languages } = JSON.parse(read('/pagefind/pagefind-entry.json').toString()) as {
      languages: Record<string, { page_count: number }>;
    };
    assert.deepEqual(
      Object.entries(languages).map(([language, { page_count }]) => [language, page_count]),
      [['en', routes.pages.length]],
    );
  });
});

describe('every upstream address', () => {
  test('leads to its page by one redirect, and with .md to its Markdown', () => {
    for (const { source, route } of manifest.pages) {
      for (const [from, to] of [
        [source, route],
        [`${source}/`, route],
        [`${source}.md`, markdownRouteOf(route)],
        [source.replace('/docs', '/llm-docs'), route],
        [`${source.replace('/docs', '/llm-docs')}.md`, markdownRouteOf(route)],
      ] as const) {
        const moved = ask(address.href(from));
        assert.deepEqual([moved.status, moved.headers['Location']], [308, address.href(to)], from);
        assert.equal(ask(address.href(to)).status, 200, to);
      }
    }
  });
});

test('every text file of more than a packet lies ready in brotli and gzip, equal to itself', () => {
  const texts = [...site.files].filter(isCompressible);
  assert.ok(texts.length > everyRoute.length);
  for (const file of texts) {
    const plain = read(file);
    if (plain.length < 2048) continue;
    assert.ok(brotliDecompressSync(read(`${file}.br`)).equals(plain), file);
    assert.ok(gunzipSync(read(`${file}.gz`)).equals(plain), file);
  }
});
