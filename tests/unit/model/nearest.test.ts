import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../../src/model/nearest.ts';

const PAGES = [
  { route: '/', title: 'Welcome to Motia' },
  { route: '/concepts/steps/', title: 'Steps' },
  { route: '/guides/streams/', title: 'Streams' },
  { route: '/guides/state-management/', title: 'State Management' },
  { route: '/deployment/self-hosted/', title: 'Self-Hosted' },
  { route: '/deployment/motia-cloud/deployment/', title: 'Deployment' },
  { route: '/examples/gmail-automation/', title: 'Gmail Automation' },
];
const first = (path: string) => nearest(path, PAGES)[0]?.route;

for (const [what, path, route] of [
  ['a typo', '/guides/steams/', '/guides/streams/'],
  ['another folder', '/docs/concepts/streams', '/guides/streams/'],
  ['a Markdown ending', '/guides/stream.md', '/guides/streams/'],
  ['an index file', '/guides/state/index.md', '/guides/state-management/'],
  ['an HTML ending', '/gmail.html', '/examples/gmail-automation/'],
  ['capitals and underscores', '/Guides/State_Management', '/guides/state-management/'],
  ['a page below it that is not there', '/docs/concepts/steps/retry-policy', '/concepts/steps/'],
  ['a word of the name', '/selfhosting', '/deployment/self-hosted/'],
] as const) {
  test(`${what} still finds the page: ${path} → ${route}`, () => assert.equal(first(path), route));
}

for (const path of ['/wp-login.php', '/', '/xyzzy', '/🚀', '/%00']) {
  test(`${path} is near nothing`, () => assert.deepEqual(nearest(path, PAGES.slice(1)), []));
}

test('a picture or a hidden file is near no page, not even near home', () => {
  const pages = [...PAGES, { route: '/concepts/', title: 'Concepts' }];
  for (const path of ['/favicon.png', '/.env']) assert.deepEqual(nearest(path, pages), []);
});

test('the list is short and its first is the nearest', () => {
  assert.deepEqual(
    nearest('/deployment/', PAGES, 2).map(({ route }) => route),
    ['/deployment/motia-cloud/deployment/', '/deployment/self-hosted/'],
  );
});
