import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { runStages, type Stage } from '../../../scripts/stages.ts';

const stage = (name: string, code: string, needs: string[] = []): Stage => ({
  name,
  command: ['node', '-e', code],
  needs,
});

/** What `runStages` says, line by line, and the error that it ends with. */
async function said(t: TestContext, stages: readonly Stage[]) {
  const log = t.mock.method(console, 'log', () => {});
  const error = await runStages(stages).catch((reason: Error) => reason.message);
  const lines = log.mock.calls.map(({ arguments: [line] }) => String(line));
  return { lines: lines.map((line) => line.replace(/\d+\.\d s$/, 'N s')), error };
}

test('a stage begins when those that it needs have ended, and its lines bear its name', async (t) => {
  const { lines, error } = await said(t, [
    stage('index', "console.log('1 page')", ['site']),
    stage('site', "setTimeout(() => console.log('built'), 200)"),
  ]);
  assert.equal(error, undefined);
  assert.deepEqual(lines, ['site  │ built', 'site  │ N s', 'index │ 1 page', 'index │ N s']);
});

test('after a failure no stage begins, and the error names the one that failed', async (t) => {
  const { lines, error } = await said(t, [
    stage('site', "console.error('guides/streams: <Tabs> is never closed'); process.exitCode = 3"),
    stage('index', "console.log('1 page')", ['site']),
  ]);
  assert.equal(error, 'the build stopped at "site": what is wrong stands above');
  assert.deepEqual(lines, [
    'site  │ guides/streams: <Tabs> is never closed',
    'site  │ failed: 3 after N s',
  ]);
});

test('a stage whose need is no stage is an error, not left out in silence', async (t) => {
  const { error } = await said(t, [stage('index', '', ['sight'])]);
  assert.equal(error, '"index" needs sight, and not all of these are among the stages');
});
