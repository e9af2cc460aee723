import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import { readRoutes } from '../../../src/content/read-routes.ts';
import { documentTitle, headOfPage, headOfTool, type Head } from '../../../src/site/metadata.ts';
import { dataBlock, structuredData } from '../../../src/site/structured-data.ts';

const address = addressOf({ SITE_URL: 'https://docs.example', BASE_PATH: '/motia/' });
const site = { address, routes: readRoutes('content', address), language: 'en' };
const FEATURES = {
  route: '/deployment/motia-cloud/features/',
  title: 'Features',
  description: 'What Motia Cloud has',
  upstream: 'https://www.motia.dev/docs/deployment-guide/motia-cloud/features',
};

test('pages that share a title name their folder, and only they', () => {
  const { routes } = site;
  const cloud = { route: '/deployment/motia-cloud/deployment/', title: 'Deployment' };
  assert.equal(documentTitle(cloud, routes), 'Deployment (Motia Cloud)');
  assert.equal(documentTitle({ route: '/deployment/', title: 'Deployment' }, routes), 'Deployment');
  assert.equal(documentTitle(FEATURES, routes), 'Features');
});

test('a page below a sub-path is described by its full address', () => {
  assert.deepEqual(structuredData(FEATURES, site), {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'TechArticle',
        '@id': 'https://docs.example/motia/deployment/motia-cloud/features/',
        url: 'https://docs.example/motia/deployment/motia-cloud/features/',
        headline: 'Features',
        description: 'What Motia Cloud has',
        inLanguage: 'en',
        image: 'https://docs.example/motia/og/deployment/motia-cloud/features.png',
        isPartOf: {
          '@type': 'WebSite',
          '@id': 'https://docs.example/motia/#site',
          url: 'https://docs.example/motia/',
          name: 'Motia Docs',
        },
        isBasedOn: 'https://www.motia.dev/docs/deployment-guide/motia-cloud/features',
      },
      {
        '@type': 'BreadcrumbList',
        // No page stands at /deployment/motia-cloud/.
        itemListElement: [
          ['Home', 'https://docs.example/motia/'],
          ['Deployment', 'https://docs.example/motia/deployment/'],
          ['Features', 'https://docs.example/motia/deployment/motia-cloud/features/'],
        ].map(([name, item], index) => ({ '@type': 'ListItem', position: index + 1, name, item })),
      },
    ],
  });
});

test('the home page is the site, with its search', () => {
  const home = { route: '/', title: 'Welcome', description: 'All of it', upstream: undefined };
  assert.match(
    dataBlock(structuredData(home, site)),
    /"@type":"WebSite".*"urlTemplate":"https:\/\/docs\.example\/motia\/search\/\?q=\{search_term_string\}"/,
  );
});

test('no text ends the data block', () => {
  const written = dataBlock({ headline: '</script><script>alert(1)</script><!--' });
  assert.doesNotMatch(written, /</);
  assert.deepEqual(JSON.parse(written), { headline: '</script><script>alert(1)</script><!--' });
});

test('our tags stand in the place of Starlight’s, and the others stay', () => {
  const head = headOfPage(
    [
      { tag: 'title', attrs: {}, content: 'Features | Motia Docs' },
      { tag: 'meta', attrs: { property: 'og:type', content: 'article' }, content: '' },
      { tag: 'meta', attrs: { name: 'generator', content: 'Astro' }, content: '' },
      { tag: 'meta', attrs: { name: 'generator', content: 'Starlight' }, content: '' },
    ],
    FEATURES,
    site,
  );
  const count = (tag: string, name: string) =>
    head.filter(
      (one) => one.tag === tag && (one.attrs?.['name'] ?? one.attrs?.['property']) === name,
    ).length;
  assert.equal(head.filter(({ tag }) => tag === 'title').length, 1);
  assert.equal(count('meta', 'og:type'), 1);
  assert.equal(count('meta', 'generator'), 2);
  assert.equal(count('meta', 'robots'), 0);
});

test('nobody indexes a build without an address of its own', () => {
  const local = { ...site, address: addressOf({}) };
  const robots = headOfPage([], FEATURES, local).find(({ attrs }) => attrs?.['name'] === 'robots');
  assert.equal(robots?.attrs?.['content'], 'noindex');
});

const TOOL_HEAD: Head = [
  { tag: 'link', attrs: { rel: 'canonical', href: 'https://docs.example/x/' }, content: '' },
  { tag: 'meta', attrs: { property: 'og:url', content: 'https://docs.example/x/' }, content: '' },
  { tag: 'link', attrs: { rel: 'sitemap', href: '/sitemap-index.xml' }, content: '' },
];
const subjects = (head: Head) =>
  head.map(({ attrs }) => attrs?.['rel'] ?? attrs?.['name'] ?? attrs?.['property']);

test('the page for what is not there claims no address', () => {
  assert.deepEqual(subjects(headOfTool(TOOL_HEAD, { id: '404', site })), ['sitemap', 'og:type']);
});

test('the search has one address, whatever is asked', () => {
  const head = headOfTool(TOOL_HEAD, { id: 'search', site });
  assert.deepEqual(subjects(head), ['canonical', 'og:url', 'sitemap', 'og:type']);
  const local = { ...site, address: addressOf({}) };
  assert.ok(subjects(headOfTool(TOOL_HEAD, { id: 'search', site: local })).includes('robots'));
});
