import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readRoutes } from '../../../src/content/read-routes.ts';
import { statusOf } from '../../../src/site/page-status.ts';
import { readStatuses } from '../../../src/site/statuses.ts';

test('every page that says it is gone has a status, and the way that its notice names', () => {
  assert.deepEqual(
    [...readStatuses(readRoutes())],
    [
      [
        '/guides/adapters/',
        {
          label: 'Removed',
          name: 'Adapters',
          instead: { href: 'https://iii.dev/docs', label: 'iii.dev/docs' },
        },
      ],
      ['/guides/plugins/', { label: 'Removed', name: 'Plugins', instead: undefined }],
      [
        '/examples/adapter-configuration/',
        {
          label: 'Deprecated',
          name: 'Adapter Configuration',
          instead: { href: '/guides/adapters/', label: 'Adapters (Removed)' },
        },
      ],
    ],
  );
});

test('a link in the notice itself comes before any other of the page', () => {
  const notice = '<Aside type="danger">\n\n**Legacy.** Use [Steps](/concepts/steps/).\n\n</Aside>';
  assert.deepEqual(statusOf('Old Steps', `${notice}\n\nSee [this](/x/).`), {
    label: 'Legacy',
    name: 'Old Steps',
    instead: { href: '/concepts/steps/', label: 'Steps' },
  });
});

test('a page that only tells of what was removed has no status', () => {
  const later = readFileSync('content/guides/motia-config.mdx', 'utf8');
  assert.equal(
    statusOf('Configuration', `${later.split('---')[2]}\n\nThis was removed.`),
    undefined,
  );
  assert.equal(statusOf('Files', '<Aside>\n\nThe removed file is gone.\n\n</Aside>'), undefined);
});
