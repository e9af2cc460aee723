import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parsePage } from '../../../src/markdown/index.ts';
import type { FormerPlaces } from '../../../src/model/moved.ts';
import { remarkFormerPlaces } from '../../../src/site/markdown/former-places.ts';

const ON = '2026-03-03';

function idOf({ data }: Nodes): string {
  const properties = data && 'hProperties' in data ? data.hProperties : undefined;
  return String(properties?.['id'] ?? '');
}

/** The blocks of a page that once had these places, each as its id and its words. */
function blocks(mdx: string, former: Partial<FormerPlaces>): string[] {
  const tree = parsePage(mdx, 'guides/a.mdx');
  const places = new Map([
    ['/guides/a/', { sameAs: new Map<string, string[]>(), left: [], gone: [], ...former }],
  ]);
  const titles = new Map([['/guides/b/', 'B']]);
  remarkFormerPlaces(places, (route) => titles.get(route))()(tree, {
    path: 'content/guides/a.mdx',
  });
  return tree.children.flatMap((node) => {
    const items =
      node.type === 'blockquote'
        ? node.children.flatMap((one) => (one.type === 'list' ? one.children : []))
        : [];
    const all = items.length > 0 ? items : [node];
    return all.map((one) => `${idOf(one)}: ${toString(one)}`);
  });
}

test('a renamed heading has its old anchor before it', () => {
  assert.deepEqual(blocks('## New\n\nText.', { sameAs: new Map([['new', ['old', 'older']]]) }), [
    'old: ',
    'older: ',
    'new: New',
    ': Text.',
  ]);
});

test('an anchor that the page has again is not there twice', () => {
  assert.deepEqual(blocks('## Old\n\n## New', { sameAs: new Map([['new', ['old']]]) }), [
    'old: Old',
    'new: New',
  ]);
});

test('a section that left the page, and a page that is gone, are told at the end', () => {
  const section = { heading: 'Old', on: ON };
  assert.deepEqual(
    blocks('Text.', {
      left: [
        { ...section, anchor: 'old', to: '/guides/b/#old' },
        { ...section, anchor: 'gone', to: null },
      ],
      gone: [{ from: '/guides/c/', source: '', title: 'C', to: '/guides/a/', gone: true, on: ON }],
    }),
    [
      ': Text.',
      'old: “Old” now stands on the page B.',
      'gone: “Old” is no longer in the docs (2026-03-03).',
      'gone-guides-c: “C” is no longer in the docs (2026-03-03).',
    ],
  );
});

test('other pages stay as they are', () => {
  const tree = parsePage('Text.', 'guides/b.mdx');
  remarkFormerPlaces(new Map(), () => undefined)()(tree, { path: 'content/guides/b.mdx' });
  assert.equal(tree.children.length, 1);
});
