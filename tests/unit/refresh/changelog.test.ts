import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesAsFeed, changesAsMarkdown } from '../../../src/llms/changes.ts';
import { addressAt } from '../../../src/model/address.ts';
import { changesByRoute, type ChangeEntry } from '../../../src/model/changelog.ts';
import { changelogEntry } from '../../../src/refresh/changelog.ts';
import { reportOf } from '../../../src/refresh/report.ts';
import { markChanges } from '../../../src/site/sidebar.ts';
import { about, compared, type SmallPage } from './small-scrapes.ts';

const A: SmallPage = ['/docs/concepts/a', 'A', '## One', '', about('stream')];
const B: SmallPage = ['/docs/concepts/b', 'B', about('queue')];

test('a refresh is told as a small Markdown file, with the pages that it touched in front', () => {
  const { before, after, ...comparison } = compared(
    [A, B],
    [
      ['/docs/concepts/a', 'A', '## First', '', about('stream'), '', '```ts', 'a()', '```'],
      ['/docs/concepts/c', 'C*', about('trigger')],
    ],
  );
  const rest = { conflicts: [], merged: [], kept: [], stale: [] };
  const report = reportOf({ before, after, comparison, ...rest });
  assert.equal(
    changelogEntry(report, after, '2026-03-03'),
    `---
date: 2026-03-03
added:
  - /concepts/c/
changed:
  - /concepts/a/
---

2 pages, 1 new, 1 gone, 1 changed.

### New

- [C\\*](/concepts/c/)

### Gone

- B

### Changed

- [A](/concepts/a/): renamed “One → First”; reworded “First”; code: 1 new
`,
  );
});

const ENTRIES: ChangeEntry[] = [
  { date: '2026-03-03', added: ['/b/'], changed: ['/a/'], body: '[A & B](/a/)' },
  { date: '2025-12-15', added: ['/a/'], changed: ['/c/'], body: 'First.' },
];

test('of a page the newest change counts, and of one that no refresh touched nothing is known', () => {
  assert.deepEqual(
    [...changesByRoute(ENTRIES)],
    [
      ['/a/', { kind: 'Changed', date: '2026-03-03' }],
      ['/c/', { kind: 'Changed', date: '2025-12-15' }],
      ['/b/', { kind: 'New', date: '2026-03-03' }],
    ],
  );
});

test('agents and feed readers get full addresses, the newest refresh first', () => {
  const address = addressAt('https://docs.example', '/kb/');
  assert.equal(
    changesAsMarkdown(ENTRIES, address),
    '# What changed in the docs\n\n## 2026-03-03\n\n[A & B](https://docs.example/kb/a/)\n\n## 2025-12-15\n\nFirst.\n',
  );
  const feed = changesAsFeed(ENTRIES, address);
  assert.match(feed, /<id>https:\/\/docs\.example\/kb\/changes\/#2026-03-03<\/id>/);
  assert.match(
    feed,
    /<content type="text">\[A &amp; B\]\(https:\/\/docs\.example\/kb\/a\/\)<\/content>/,
  );
});

test('the sidebar marks what the newest refresh brought, and leaves other badges as they are', () => {
  const badge = { text: 'Removed', variant: 'danger' as const };
  const items = [
    { label: 'A', link: '/a/' },
    {
      label: 'G',
      collapsed: true,
      items: [
        { label: 'B', link: '/b/' },
        { label: 'C', link: '/c/' },
      ],
    },
    { label: 'D', link: '/d/', badge },
  ];
  const changes = changesByRoute([{ ...(ENTRIES[0] as ChangeEntry), changed: ['/a/', '/d/'] }]);
  assert.deepEqual(markChanges(items, changes), [
    { label: 'A', link: '/a/', badge: { text: 'Changed', variant: 'note' } },
    {
      label: 'G',
      collapsed: true,
      items: [
        { label: 'B', link: '/b/', badge: { text: 'New', variant: 'success' } },
        { label: 'C', link: '/c/' },
      ],
    },
    { label: 'D', link: '/d/', badge },
  ]);
});
