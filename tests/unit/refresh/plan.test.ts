import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mergeEdits } from '../../../src/refresh/merge.ts';
import { planPages, type PagePlan } from '../../../src/refresh/plan.ts';
import { about, compared, type SmallPage } from './small-scrapes.ts';

const FILE = 'concepts/streams.mdx';
const STREAMS: SmallPage = [
  '/docs/concepts/streams',
  'Streams',
  'First.',
  '',
  about('stream'),
  '',
  'Last.',
];
const reworded = (...lines: string[]): SmallPage => ['/docs/concepts/streams', 'Streams', ...lines];

/** The plan for pages of which some were edited by hand, or stand there beside the scrape's. */
function planned(
  before: readonly SmallPage[],
  after: readonly SmallPage[],
  edit: (files: Map<string, string>) => void,
): PagePlan & { fresh: ReadonlyMap<string, string> } {
  const comparison = compared(before, after);
  const disk = new Map(comparison.before.pages.map(({ file, mdx }) => [file, mdx]));
  edit(disk);
  const fresh = new Map(comparison.after.pages.map(({ file, mdx }) => [file, mdx]));
  return { ...planPages(comparison.before, comparison.after, comparison, disk), fresh };
}

const replace = (from: string, to: string) => (files: Map<string, string>) =>
  files.set(FILE, files.get(FILE)?.replace(from, to) ?? '');

describe('pages that a refresh writes', () => {
  test('a page that nobody edited is what the new split writes; one that is gone goes', () => {
    const { writes, conflicts, fresh } = planned(
      [STREAMS],
      [['/docs/concepts/b', 'B', 'x']],
      () => {},
    );
    assert.deepEqual(
      [...writes],
      [
        [FILE, null],
        ['concepts/b.mdx', fresh.get('concepts/b.mdx')],
      ],
    );
    assert.deepEqual(conflicts, []);
  });

  test('an edit by hand and a new sentence of upstream stand side by side', () => {
    const { writes, merged, conflicts } = planned(
      [STREAMS],
      [reworded('First, new.', '', about('stream'), '', 'Last.')],
      replace('Last.', 'Last, by hand.'),
    );
    const text = writes.get(FILE) ?? '';
    assert.match(text, /First, new\./);
    assert.match(text, /Last, by hand\./);
    assert.deepEqual([merged, conflicts], [[FILE], []]);
  });

  test('an edited page that moved takes its edits along', () => {
    const { writes } = planned(
      [STREAMS],
      [['/docs/guides/streams', 'Streams', 'First.', '', about('stream'), '', 'Last.']],
      replace('Last.', 'Last, by hand.'),
    );
    assert.equal(writes.get(FILE), null);
    assert.match(writes.get('guides/streams.mdx') ?? '', /Last, by hand\./);
  });

  test('where both changed one sentence the edit stays, and upstream’s text comes beside it', () => {
    const { writes, conflicts } = planned(
      [STREAMS],
      [reworded('First.', '', about('stream'), '', 'Last, new.')],
      replace('Last.', 'Last, by hand.'),
    );
    assert.match(writes.get(FILE) ?? '', /Last, by hand\.\n$/);
    assert.doesNotMatch(writes.get(FILE) ?? '', /new/);
    assert.match(
      writes.get(`${FILE}.conflict`) ?? '',
      /<<<<<<< edited by hand\nLast, by hand\.\n=======\nLast, new\.\n>>>>>>> new from upstream/,
    );
    assert.deepEqual(
      conflicts.map(({ file, reason, beside }) => [file, reason, beside]),
      [[FILE, 'upstream changed what was edited by hand', `${FILE}.conflict`]],
    );
    assert.match(conflicts[0]?.diff ?? '', /^\+Last, new\.$/m);
  });

  test('an edited page that is gone upstream stays', () => {
    const { writes, conflicts } = planned(
      [STREAMS],
      [['/docs/concepts/b', 'B', 'x']],
      replace('Last.', 'Last, by hand.'),
    );
    assert.match(writes.get(FILE) ?? '', /Last, by hand\./);
    assert.deepEqual(
      conflicts.map(({ reason }) => reason),
      ['gone upstream, but edited by hand: it stays as a page of your own'],
    );
  });

  test('a page by hand stays where a new page of upstream would stand', () => {
    const { writes, conflicts } = planned(
      [STREAMS],
      [STREAMS, ['/docs/concepts/b', 'B', 'x']],
      (files) => files.set('concepts/b.mdx', 'mine'),
    );
    assert.equal(writes.get('concepts/b.mdx'), 'mine');
    assert.match(writes.get('concepts/b.mdx.conflict') ?? '', /title: B/);
    assert.deepEqual(
      conflicts.map(({ reason }) => reason),
      ['a page written by hand stands where /docs/concepts/b belongs'],
    );
  });

  test('a page by hand that is in nobody’s way is not written', () => {
    const { writes } = planned([STREAMS], [STREAMS], (files) =>
      files.set('guides/mine.mdx', 'mine'),
    );
    assert.deepEqual([...writes.keys()], [FILE]);
  });
});

describe('mergeEdits', () => {
  test('the same change on both sides is no conflict', () => {
    assert.deepEqual(mergeEdits('a\nb\nc', 'a\nB\nc', 'a\nB\nc'), {
      kind: 'clean',
      text: 'a\nB\nc',
    });
  });

  test('an edit of a page that upstream left alone stays as it is', () => {
    assert.deepEqual(mergeEdits('a\nb', 'a\nB', 'a\nb'), { kind: 'clean', text: 'a\nB' });
  });
});
