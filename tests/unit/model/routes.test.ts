import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import type { Manifest, ManifestPage } from '../../../src/model/manifest.ts';
import { readManifest } from '../../../src/content/read-routes.ts';
import { routesOf, type HandWrittenPage } from '../../../src/model/routes.ts';

const page = (route: string, title: string, order: number): ManifestPage => ({
  source: `/docs${route.slice(0, -1)}`,
  file: route === '/' ? 'index.mdx' : `${route.slice(1, -1)}.mdx`,
  route,
  title,
  description: `About ${title}`,
  descriptionDerived: false,
  section: route.split('/')[1] ?? '',
  order,
  lines: [1, 9],
  blocks: [],
  languages: ['typescript'],
  sha256: '',
});

const manifest = {
  sections: [
    { slug: 'concepts', label: 'Concepts', description: 'How Motia thinks' },
    { slug: 'examples', label: 'Examples', description: 'Whole apps' },
    { slug: 'showcase', label: 'Showcase', description: 'Nothing here' },
  ],
  pages: [
    { ...page('/examples/', 'Examples', 0), file: 'examples/index.mdx' },
    page('/concepts/steps/', 'Steps', 1),
    page('/concepts/overview/', 'Overview', 0),
    page('/', 'Welcome', 0),
  ],
} as unknown as Manifest;

const byHand = (file: string, title: string): HandWrittenPage => ({
  file,
  title,
  description: null,
  languages: [],
  order: 0,
});

const address = addressOf({ SITE_URL: 'https://docs.example', BASE_PATH: '/motia' });

test('pages come home first, then section by section in reading order', () => {
  const { pages } = routesOf(manifest, [], address);
  assert.deepEqual(
    pages.map(({ route }) => route),
    ['/', '/concepts/overview/', '/concepts/steps/', '/examples/'],
  );
});

test('a page knows its path with base, its absolute address and its Markdown twin', () => {
  const { home, pages } = routesOf(manifest, [], address);
  const steps = pages.find(({ title }) => title === 'Steps');
  assert.equal(steps?.href, '/motia/concepts/steps/');
  assert.equal(steps?.url, 'https://docs.example/motia/concepts/steps/');
  assert.equal(steps?.markdownUrl, 'https://docs.example/motia/concepts/steps.md');
  assert.equal(home?.markdownUrl, 'https://docs.example/motia/index.md');
});

test('a section without pages is left out, and one with a page at its route has it as index', () => {
  const { sections } = routesOf(manifest, [], address);
  assert.deepEqual(
    sections.map(({ slug, index }) => [slug, index?.file]),
    [
      ['concepts', undefined],
      ['examples', 'examples/index.mdx'],
    ],
  );
});

test('a page by hand follows those of the scrape and has no source', () => {
  const { sections } = routesOf(manifest, [byHand('concepts/a-note.mdx', 'A note')], address);
  const last = sections[0]?.pages.at(-1);
  assert.equal(last?.route, '/concepts/a-note/');
  assert.equal(last?.source, null);
});

test('a page by hand in a new folder opens a section', () => {
  const { sections } = routesOf(manifest, [byHand('how-to/ask.mdx', 'Ask')], address);
  assert.equal(sections.at(-1)?.label, 'How To');
});

test('a page by hand beside the home page is in no section, unless it is a section’s landing page', () => {
  const { sections, pages } = routesOf(
    manifest,
    [byHand('ask.mdx', 'Ask'), byHand('concepts.mdx', 'Concepts')],
    address,
  );
  assert.deepEqual(
    pages.slice(0, 2).map(({ route, section }) => [route, section]),
    [
      ['/', ''],
      ['/ask/', ''],
    ],
  );
  assert.equal(sections[0]?.index?.file, 'concepts.mdx');
});

test('two files for one route are refused by name', () => {
  assert.throws(() => routesOf(manifest, [byHand('concepts/steps/index.mdx', 'Again')], address), {
    message:
      '/concepts/steps/ is claimed by content/concepts/steps.mdx and content/concepts/steps/index.mdx: rename one of them',
  });
});

test('a content folder without a manifest says what to run', () => {
  assert.throws(() => readManifest('/nowhere'), {
    message: '/nowhere/manifest.json can\'t be read: run "npm run split"',
  });
});
