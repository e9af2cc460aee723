/** What agents copy: the code of the served Markdown, compiled by the packages and not by our own check. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { VERSIONS } from '../../src/code/versions.ts';
import type { PagesJson } from '../../src/llms/pages-json.ts';
import { checkingAlone, samplesIn } from '../alone.ts';

const [nearest] = VERSIONS;
const alias = nearest?.alias ?? assert.fail('no version');
const { pages } = JSON.parse(readFileSync('dist/pages.json', 'utf8')) as PagesJson;

const samples = pages.flatMap(({ route }) =>
  samplesIn(readFileSync(`dist${route.replace(/\/$/, '') || '/index'}.md`, 'utf8'), route),
);
const checking = checkingAlone(samples, alias);

test('at least 100 of the TypeScript samples in the twins check as they stand', () => {
  assert.ok(checking.size >= 100, `${checking.size} of ${samples.length}`);
});

test('each sample that does not check says so in its first line', () => {
  const silent = samples.filter(
    ({ name, code }) => !checking.has(name) && !/^\/\/ motia-docs: Does not check/.test(code),
  );
  assert.deepEqual(
    silent.map(({ name }) => name),
    [],
  );
});
