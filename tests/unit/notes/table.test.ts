import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { parseNotes } from '../../../src/notes/table.ts';

const NOTE = {
  id: 'a-note',
  title: 'A',
  places: [{ page: '/a/', heading: '', claim: 'wrong' }],
  today: 'Right.',
  status: 'settled',
  proof: [{ pages: { page: '/b/', says: 'right' } }],
};

/** What is said against a table with one note that differs so. */
function refusal(change: object, ...more: object[]): string {
  try {
    parseNotes(stringify({ Steps: [{ ...NOTE, ...change }, ...more] }));
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

test('the notes come in their groups, in the order of the table', () => {
  const [steps, links] = parseNotes(stringify({ Steps: [NOTE], Links: [{ ...NOTE, id: 'b' }] }));
  assert.deepEqual(
    [steps, links].map((group) => [group?.label, group?.notes.map(({ id }) => id)]),
    [
      ['Steps', ['a-note']],
      ['Links', ['b']],
    ],
  );
});

test('a note that is none is refused with its field', () => {
  assert.deepEqual(
    [
      refusal({ id: 'A Note' }),
      refusal({ status: 'maybe' }),
      refusal({ places: [{ page: '/a/', heading: '', claim: 'two\nlines' }] }),
      refusal({ proof: [] }),
      refusal({}, NOTE),
    ],
    [
      'notes.yaml: Steps.0.id: expected a slug such as cron-expression-fields',
      'notes.yaml: Steps.0.status: Invalid option: expected one of "settled"|"unsettled"',
      'notes.yaml: Steps.0.places.0.claim: expected a piece of one line',
      'notes.yaml: Steps.0.proof: Too small: expected array to have >=1 items',
      'notes.yaml: two notes have one id',
    ],
  );
});

test('a proof is of one kind and either says or lacks something', () => {
  const versions = ['1.0.0-rc.26'];
  const proofs = [
    { guess: {} },
    { cli: { versions, command: 'create', says: 'a' } },
    { cli: { versions, command: '--help' } },
    { ships: { versions, file: 'a', says: 'a', lacks: 'b' } },
    { ships: { versions: [], file: 'a', says: 'a' } },
    { types: { versions, fails: 'a' } },
  ];
  for (const proof of proofs) {
    assert.match(
      refusal({ proof: [proof] }),
      /^notes\.yaml: Steps\.0\.proof\.0[.:]/,
      JSON.stringify(proof),
    );
  }
});
