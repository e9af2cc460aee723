import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  formerPlaces,
  NOTHING_MOVED,
  redirectsOfMoved,
  routeNow,
  type Moved,
} from '../../../src/model/moved.ts';
import { movedBy } from '../../../src/refresh/whither.ts';
import { about, compared, type SmallPage } from './small-scrapes.ts';

const ON = '2026-03-03';
const ONE = ['## One', '', about('stream')];
const TWO = ['', '## Two', '', about('queue')];
const A: SmallPage = ['/docs/concepts/a', 'A', ...ONE, ...TWO];
const B: SmallPage = ['/docs/concepts/b', 'B', 'Text.'];

function moved(
  before: readonly SmallPage[],
  after: readonly SmallPage[],
  known = NOTHING_MOVED,
): Moved {
  const comparison = compared(before, after);
  return movedBy(comparison, known, comparison.after, ON);
}

describe('addresses that a refresh takes away', () => {
  test('a page that moved leads to its new address, with all of its anchors', () => {
    const table = moved([A, B], [['/docs/development-guide/a', 'A', ...ONE, ...TWO], B]);
    assert.deepEqual(table, {
      pages: [
        {
          from: '/concepts/a/',
          source: '/docs/concepts/a',
          title: 'A',
          to: '/guides/a/',
          gone: false,
          on: ON,
        },
      ],
      sections: [],
    });
    const live = new Set(['/guides/a/', '/concepts/b/']);
    assert.deepEqual(redirectsOfMoved(table, live), [
      { from: '/concepts/a', to: '/guides/a/' },
      { from: '/docs/concepts/a', to: '/guides/a/' },
    ]);
  });

  test('a renamed heading keeps its old anchor, and one that left the page says where it went', () => {
    const table = moved(
      [A, B],
      [
        ['/docs/concepts/a', 'A', '## First', '', about('stream')],
        [...B, ...TWO],
      ],
    );
    assert.deepEqual(table.pages, []);
    assert.deepEqual(table.sections, [
      { page: '/concepts/a/', anchor: 'one', heading: 'One', to: '/concepts/a/#first', on: ON },
      { page: '/concepts/a/', anchor: 'two', heading: 'Two', to: '/concepts/b/#two', on: ON },
    ]);
    const places = formerPlaces(table, new Set(['/concepts/a/', '/concepts/b/']));
    assert.deepEqual(places.get('/concepts/a/'), {
      sameAs: new Map([['first', ['one']]]),
      left: [{ anchor: 'two', heading: 'Two', to: '/concepts/b/#two', on: ON }],
      gone: [],
    });
  });

  test('a page whose text went to another page leads there, and one whose text is gone to its section', () => {
    const elsewhere = moved([A, B], [[...B, '', ...ONE, ...TWO]]);
    assert.deepEqual(
      elsewhere.pages.map(({ to, gone }) => [to, gone]),
      [['/concepts/b/', false]],
    );
    const gone = moved([A, B], [B]);
    assert.deepEqual(
      gone.pages.map(({ to, gone }) => [to, gone]),
      [['/concepts/', true]],
    );
    const live = new Set(['/concepts/', '/concepts/b/']);
    assert.equal(routeNow('/concepts/a/', gone, live), '/concepts/#gone-concepts-a');
    assert.deepEqual(formerPlaces(gone, live).get('/concepts/')?.gone, gone.pages);
  });

  test('a second move leads from the first address to the last', () => {
    const C: SmallPage = ['/docs/development-guide/a', 'A', ...ONE, ...TWO];
    const D: SmallPage = ['/docs/examples/a', 'A', '## First', '', about('stream'), ...TWO];
    const table = moved([C, B], [D, B], moved([A, B], [C, B]));
    const live = new Set(['/examples/a/', '/concepts/b/']);
    assert.equal(routeNow('/concepts/a/', table, live), '/examples/a/');
    assert.deepEqual(
      formerPlaces(table, live).get('/examples/a/')?.sameAs,
      new Map([['first', ['one']]]),
    );
  });

  test('an address that is there again is no longer in the table', () => {
    assert.deepEqual(moved([B], [A, B], moved([A, B], [B])), NOTHING_MOVED);
  });

  test('moves in a circle lead home', () => {
    const page = (from: string, to: string) => ({
      from,
      to,
      source: '',
      title: '',
      gone: false,
      on: ON,
    });
    const pages = [page('/a/', '/b/'), page('/b/', '/a/')];
    assert.equal(routeNow('/a/', { pages }, new Set()), '/');
  });
});
