/** What all commands of package.json have in common, called as npm calls them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import packageFacts from '../../package.json' with { type: 'json' };

/** `npm run <name>` for every script that is ours. */
const COMMANDS = Object.entries(packageFacts.scripts)
  .map(([name, line]) => [name, line.split(' ')] as const)
  .filter(([, words]) => words[0] === 'node' && words.some((word) => /^scripts\//.test(word)));

function run(words: readonly string[], ...args: string[]) {
  return spawnSync(process.execPath, [...words.slice(1), ...args], { encoding: 'utf8' });
}

/** Exit code and stderr of a program that is given a port that is none. */
function runAtNoPort(...words: readonly string[]) {
  const env = { ...process.env, SITE_URL: '', PORT: 'many' };
  const { status, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8' });
  return [status, stderr];
}
const NO_PORT = [1, 'PORT is "many", expected a number from 0 to 65535\n'];

describe('every command', () => {
  for (const [name, words] of COMMANDS) {
    test(`${name} explains itself, and ends with 2 at an option that it doesn't know`, () => {
      const helped = run(words, '--help');
      assert.equal(helped.status, 0, helped.stderr);
      assert.match(helped.stdout, /npm (run|start|test)/);
      const refused = run(words, '--nonsense');
      assert.equal(refused.status, 2, refused.stderr);
      assert.match(refused.stderr, /^Unknown option '--nonsense'/);
      assert.doesNotMatch(refused.stderr, /\n {4}at /);
    });

    test(`${name} ends in one line at a wrong setting`, () => {
      assert.deepEqual(runAtNoPort(...words.slice(1)), NO_PORT);
    });

    test(`${name} says so when Node is too old, before it reads TypeScript`, () => {
      assert.ok(words.includes('./scripts/needs-node.js'));
    });
  }
});

test('astro ends in one line at a wrong setting', () => {
  assert.deepEqual(runAtNoPort('node_modules/astro/bin/astro.mjs', 'sync'), NO_PORT);
});

describe('try:dumps', () => {
  for (const [args, reason] of [
    [[], 'expected a folder or files'],
    [['/nowhere'], '/nowhere is neither a file nor a folder'],
    [['src/split'], 'src/split holds no .txt'],
  ] as const) {
    test(`with ${args[0] ?? 'nothing'} to try ends with 2`, () => {
      const { status, stderr } = run(['node', 'scripts/try-dumps.ts'], ...args);
      assert.deepEqual([status, stderr], [2, `${reason}: see --help\n`]);
    });
  }
});
