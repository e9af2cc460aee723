import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString } from 'mdast-util-to-string';
import { readNotes } from '../../../src/content/read-notes.ts';
import { listOn, routeOfGroup } from '../../../src/notes/list.ts';

test('a note on what no page says any more keeps its address, at a line that says so', () => {
  const groups = readNotes();
  for (const { label, notes } of groups) {
    const [title, list, ...others] = listOn(routeOfGroup(label), groups, () => undefined);
    assert.deepEqual(others, []);
    assert.equal(title && toString(title), 'No page says this any more');
    assert.ok(list?.type === 'list');
    assert.deepEqual(
      list.children.map(({ data }) => data?.hProperties?.['id']),
      notes.map(({ id }) => id),
    );
  }
});
