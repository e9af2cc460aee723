import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readAsked } from '../../../src/content/read-asked.ts';
import { asksOf, fewOf, strayEntries } from '../../../src/model/asked.ts';

const PAGE = {
  route: '/deployment/fly/',
  headings: ['', '1. Deploy', '🚀 Features', 'Create a Pet', 'Create a Pet'],
};
const entry = (heading: string, more = {}) => ({
  page: '/deployment/fly/',
  heading,
  asks: [`asked ${heading}`],
  ...more,
});

test('questions go to the heading that they name, with or without its number and emoji', () => {
  const entries = [entry(''), entry('Deploy'), entry('Features')];
  assert.deepEqual(asksOf(entries, PAGE), [
    ['asked '],
    ['asked Deploy'],
    ['asked Features'],
    [],
    [],
  ]);
});

test('of two headings with the same words the entry says which', () => {
  const entries = [entry('Create a Pet', { occurrence: 2 })];
  assert.deepEqual(asksOf(entries, PAGE).slice(3), [[], ['asked Create a Pet']]);
});

test('an entry whose page or heading is gone, or that is there twice, is stray', () => {
  const gone = [
    entry('Undeploy'),
    entry('Deploy', { page: '/gone/' }),
    entry('Create a Pet', { occurrence: 3 }),
    entry('1. Deploy'),
  ];
  assert.deepEqual(strayEntries([entry('Deploy'), ...gone], [PAGE]), gone);
});

test('a few questions of a page are from all over it', () => {
  const asks = Array.from({ length: 10 }, (_, n) => [`first ${n}`, `second ${n}`]);
  assert.deepEqual(fewOf(asks, 3), ['first 0', 'first 4', 'first 7']);
  assert.deepEqual(fewOf([[], ['only'], []], 3), ['only']);
});

test('a table that has no questions for an entry is refused with its file and field', () => {
  const folder = mkdtempSync(join(tmpdir(), 'asked-'));
  mkdirSync(join(folder, '_source/asked'), { recursive: true });
  assert.deepEqual(readAsked(folder), []);
  writeFileSync(
    join(folder, '_source/asked/guides.yaml'),
    "- page: /guides/\n  heading: ''\n  asks: []\n",
  );
  assert.throws(() => readAsked(folder), { message: /^asked\/guides\.yaml: 0\.asks: / });
});
