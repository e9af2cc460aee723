import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import type { Manifest } from '../../../src/model/manifest.ts';
import { routesOf } from '../../../src/model/routes.ts';
import { statusOf } from '../../../src/site/page-status.ts';
import { sidebarOf } from '../../../src/site/sidebar.ts';
import { trailOf } from '../../../src/model/trail.ts';

const titles: [string, string][] = [
  ['/', 'Welcome to Motia'],
  ['/getting-started/build-your-first-motia-app/', 'Build Your First Motia App'],
  ['/getting-started/build-your-first-motia-app/api-endpoints/', 'API Endpoints'],
  ['/getting-started/quick-start/', 'Quick Start'],
  ['/deployment/motia-cloud/features/', 'Features'],
  ['/examples/', 'Examples'],
  ['/examples/gmail-automation/', 'Gmail Automation'],
];
const manifest = {
  sections: [
    { slug: 'getting-started', label: 'Getting started', description: '' },
    { slug: 'deployment', label: 'Deployment', description: '' },
    { slug: 'examples', label: 'Examples', description: '' },
  ],
  pages: titles.map(([route, title], order) => ({
    route,
    title,
    order,
    file: `${route.slice(1, -1) || 'index'}.mdx`,
    section: route.split('/')[1] ?? '',
    languages: [],
  })),
} as unknown as Manifest;
const routes = routesOf(manifest, [], addressOf({}));

test('the sidebar lists home, then each section with its landing page first', () => {
  assert.deepEqual(sidebarOf(routes, new Map()), [
    { label: 'Home', link: '/' },
    {
      label: 'Getting started',
      collapsed: true,
      items: [
        { label: 'All pages', link: '/getting-started/' },
        {
          label: 'Build Your First Motia App',
          collapsed: true,
          items: [
            {
              label: 'Overview',
              link: '/getting-started/build-your-first-motia-app/',
            },
            {
              label: 'API Endpoints',
              link: '/getting-started/build-your-first-motia-app/api-endpoints/',
            },
          ],
        },
        { label: 'Quick Start', link: '/getting-started/quick-start/' },
      ],
    },
    {
      label: 'Deployment',
      collapsed: true,
      items: [
        { label: 'All pages', link: '/deployment/' },
        {
          label: 'Motia Cloud',
          collapsed: true,
          items: [{ label: 'Features', link: '/deployment/motia-cloud/features/' }],
        },
      ],
    },
    {
      label: 'Examples',
      collapsed: true,
      items: [
        { label: 'Overview', link: '/examples/' },
        { label: 'Gmail Automation', link: '/examples/gmail-automation/' },
      ],
    },
  ]);
});

test('a page that says that it was removed has that as a badge instead of in its label', () => {
  const status = statusOf('Gmail Automation (Removed)', '');
  assert.ok(status);
  assert.deepEqual(sidebarOf(routes, new Map([['/examples/gmail-automation/', status]])).at(-1), {
    label: 'Examples',
    collapsed: true,
    items: [
      { label: 'Overview', link: '/examples/' },
      {
        label: 'Gmail Automation',
        link: '/examples/gmail-automation/',
        badge: { text: 'Removed', variant: 'danger' },
      },
    ],
  });
});

test('breadcrumbs lead from home over section and folder, linked where a page stands', () => {
  assert.deepEqual(trailOf('/getting-started/build-your-first-motia-app/api-endpoints/', routes), [
    { label: 'Home', route: '/' },
    { label: 'Getting started', route: '/getting-started/' },
    { label: 'Build Your First Motia App', route: '/getting-started/build-your-first-motia-app/' },
  ]);
  assert.deepEqual(trailOf('/deployment/motia-cloud/features/', routes).at(-1), {
    label: 'Motia Cloud',
    route: undefined,
  });
});

test('a section’s landing page is below home, and home is below nothing', () => {
  assert.deepEqual(trailOf('/examples/', routes), [{ label: 'Home', route: '/' }]);
  assert.deepEqual(trailOf('/', routes), []);
});
