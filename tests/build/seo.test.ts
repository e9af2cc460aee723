/** What search engines and link previews read in each built page. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import sharp from 'sharp';
import { address } from '../../src/settings.ts';
import { cardRouteOf } from '../../src/og/cards.ts';
import { readRoutes } from '../../src/content/read-routes.ts';

const DIST = 'dist';
const routes = readRoutes();
const everyRoute = [...new Set([...routes.pages, ...routes.sections].map(({ route }) => route))];
const TOOLS = ['404.html', 'search/index.html'];

const treeOf = (file: string) => fromHtml(readFileSync(join(DIST, file), 'utf8'));
const pages = new Map(everyRoute.map((route) => [route, treeOf(`${route}index.html`)]));

type Tree = ReturnType<typeof treeOf>;
const content = (tree: Tree, name: string) =>
  selectAll(`meta[property="${name}"], meta[name="${name}"]`, tree).map((meta) =>
    String(meta.properties['content']),
  );

interface Thing {
  readonly '@type': string;
  readonly url?: string;
  readonly itemListElement?: readonly { position: number; name: string; item: string }[];
  readonly potentialAction?: { target: { urlTemplate: string } };
}
const graphOf = (tree: Tree): readonly Thing[] => {
  const [block, ...more] = selectAll('script[type="application/ld+json"]', tree);
  assert.ok(block && more.length === 0);
  return (JSON.parse(toString(block)) as { '@graph': Thing[] })['@graph'];
};

describe('every page', () => {
  test('is known by a title and description that no other page has', () => {
    const titles = [...pages].map(([route, tree]) => [
      toString(select('title', tree) ?? tree),
      route,
    ]);
    const unique = new Map(titles.map(([title, route]) => [title, route]));
    assert.deepEqual(
      titles.filter(([title, route]) => unique.get(title) !== route),
      [],
    );
    for (const [title = '', route] of titles) assert.ok(title.length < 75, `${route}: ${title}`);
  });

  test('says once where it lives, by its own address', () => {
    for (const [route, tree] of pages) {
      const canonical = selectAll('link[rel="canonical"]', tree).map(
        (link) => link.properties['href'],
      );
      assert.deepEqual(canonical, [address.absolute(route)], route);
      assert.deepEqual(content(tree, 'og:url'), [address.absolute(route)], route);
    }
  });

  test('has one of each tag that link previews read', () => {
    for (const [route, tree] of pages) {
      const image = address.absolute(cardRouteOf(route));
      const [title] = content(tree, 'og:title');
      const [description] = content(tree, 'description');
      assert.ok(title && description, route);
      for (const [name, value] of Object.entries({
        'og:type': route === '/' ? 'website' : 'article',
        'og:site_name': 'Motia Docs',
        'og:description': description,
        'og:image': image,
        'og:image:type': 'image/png',
        'og:image:width': '1200',
        'og:image:height': '630',
        'og:image:alt': `${title}: ${description}`,
        'twitter:card': 'summary_large_image',
        'twitter:title': title,
        'twitter:description': description,
        'twitter:image': image,
      })) {
        assert.deepEqual(content(tree, name), [value], `${route} ${name}`);
      }
    }
  });

  test('describes itself as data: an article or a list of pages, and the way to it', () => {
    for (const [route, tree] of pages) {
      if (route === '/') continue;
      const [work, trail, ...more] = graphOf(tree);
      assert.deepEqual(more, []);
      const isPage = routes.pages.some((page) => page.route === route);
      assert.equal(work?.['@type'], isPage ? 'TechArticle' : 'CollectionPage', route);
      assert.equal(work?.url, address.absolute(route));
      const steps = trail?.itemListElement ?? [];
      assert.deepEqual(
        steps.map(({ position }) => position),
        steps.map((_, index) => index + 1),
      );
      assert.equal(steps[0]?.item, address.absolute('/'), route);
      assert.equal(steps.at(-1)?.item, address.absolute(route));
      const known = new Set(everyRoute.map((known) => address.absolute(known)));
      for (const { item } of steps) assert.ok(known.has(item), `${route}: ${item}`);
    }
  });

  test('is indexed only if the build has an address of its own', () => {
    const expected = address.configured ? [] : ['noindex'];
    const tools = TOOLS.map((file) => [file, treeOf(file)] as const);
    for (const [route, tree] of [...pages, ...tools]) {
      assert.deepEqual(content(tree, 'robots'), expected, route);
    }
  });
});

test('the home page tells how the search is asked, and the search answers there', () => {
  const home = pages.get('/');
  assert.ok(home);
  const [site] = graphOf(home);
  const template = site?.potentialAction?.target.urlTemplate;
  assert.equal(template, `${address.absolute('/search/')}?q={search_term_string}`);
  assert.ok(select('form [name="q"]', treeOf('search/index.html')));
});

test('the search has one address whatever is asked, and what is not there has none', () => {
  const canonical = (file: string) =>
    select('link[rel="canonical"]', treeOf(file))?.properties['href'];
  assert.equal(canonical('search/index.html'), address.absolute('/search/'));
  assert.equal(canonical('404.html'), undefined);
  assert.deepEqual(content(treeOf('404.html'), 'og:url'), []);
});

test('no page or sitemap names a day of change, as none is known before the first refresh', () => {
  const day = /<lastmod>|"date(Modified|Published|Created)"|\b(article|og):\w+_time\b/;
  const files = globSync('**/*.{html,xml}', { cwd: DIST });
  assert.ok(files.includes('sitemap-0.xml'));
  assert.deepEqual(
    files.filter((file) => day.test(readFileSync(join(DIST, file), 'utf8'))),
    [],
  );
});

test('robots.txt lets everyone read, and names a sitemap that is there', () => {
  const robots = readFileSync(join(DIST, 'robots.txt'), 'utf8');
  assert.match(robots, /^User-agent: \*\nAllow: \/$/m);
  const sitemap = /^Sitemap: (.+)$/m.exec(robots)?.[1] ?? '';
  assert.equal(sitemap, address.absolute('/sitemap-index.xml'));
  assert.ok(existsSync(join(DIST, 'sitemap-index.xml')));
});

test('every page has a card of 1200 by 630 pixels and less than 60 kB, and there are no others', async () => {
  const drawn = globSync('og/**/*.png', { cwd: DIST }).map((file) => `/${file}`);
  assert.deepEqual(drawn.toSorted(), everyRoute.map(cardRouteOf).toSorted());
  for (const file of drawn) {
    const { width, height, format, size } = await sharp(readFileSync(join(DIST, file))).metadata();
    assert.deepEqual([format, width, height], ['png', 1200, 630], file);
    assert.ok(size !== undefined && size < 60_000, `${file}: ${size} bytes`);
  }
});
