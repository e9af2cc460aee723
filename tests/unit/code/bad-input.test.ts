import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sha256 } from '../../../src/code/blocks.ts';
import { checkBlocks } from '../../../src/code/check.ts';
import { installedMotia } from '../../../src/code/installed.ts';
import { fileName, leadsOutside } from '../../../src/code/sandbox.ts';
import { BENCH, judged, NEAREST, page } from './bench.ts';

const reasons = (info: string, code: string): string[] =>
  checkBlocks(page([[info, code]]), BENCH).flatMap(({ verdicts }) => [
    verdicts[NEAREST]?.verdict ?? '',
    ...(verdicts[NEAREST]?.reasons ?? []).map(({ message }) => message),
  ]);

const GOOD = "import { http } from 'motia'\nexport const hello = http('GET', '/hello')";

describe('bad input is told in one line, and the rest is judged', () => {
  it('a sample that makes the parser or the compiler give up', () => {
    const nested = (depth: number) =>
      `import 'motia'\nexport const a = ${'(x: number) => '.repeat(depth)}1`;
    const blocks = page([
      ['ts', GOOD],
      ['ts', nested(20_000)],
      ['ts', GOOD],
    ]);
    assert.deepEqual(judged(blocks), ['checks', 'broken syntax@1', 'checks']);
    assert.match(reasons('ts', nested(20_000)).join(), /^broken,the parser gave up: [^\n,]*$/);
  });

  it('a version that is not installed, or is another one', () => {
    const version = { version: '9.9.9', alias: 'motia-9.9.9', role: 'newest' } as const;
    assert.throws(() => installedMotia(version, process.cwd()), {
      message: 'motia 9.9.9 is not installed as node_modules/motia-9.9.9: run "npm ci"',
    });
    const alias = { ...version, alias: `motia-${NEAREST}` };
    assert.throws(() => installedMotia(alias, process.cwd()), {
      message: `node_modules/motia-${NEAREST} is motia ${NEAREST}, expected 9.9.9: run "npm ci"`,
    });
  });

  it('a sample of 100,000 lines', () => {
    const code = `${GOOD}\n`.repeat(50_000).trimEnd();
    const [block] = page([['ts', code]]);
    assert.equal(block?.sha256, sha256(code));
    assert.deepEqual(reasons('ts', code), [
      'fragment',
      'not judged: it has 100000 lines, more than 10000',
    ]);
  });

  it('a title that is a path outside of the sandbox', () => {
    const titled = (title: string) => ({ language: 'ts', title });
    assert.equal(fileName(titled('../../etc/passwd.ts')), 'etc/passwd.ts');
    assert.equal(fileName(titled('/etc/passwd.ts')), 'etc/passwd.ts');
    assert.equal(fileName(titled('../../etc')), 'sample.ts');
    assert.equal(fileName(titled('C:\\windows.ts')), 'sample.ts');
    assert.deepEqual(
      ['../../etc', '/etc/x.ts', 'a/../../b.ts', 'C:\\x', 'src/a.ts', '~/.codex/config.toml'].map(
        leadsOutside,
      ),
      [true, true, true, true, false, false],
    );
    assert.deepEqual(reasons('ts title="../../etc/a.ts"', GOOD), [
      'checks',
      'its title ../../etc/a.ts leads out of a project: it is taken as a path inside',
    ]);
  });

  it('an import of a Node built-in has its types, and runs nothing', () => {
    const code = `import 'motia'
import { exit } from 'node:process'
import { rmSync } from 'fs'
rmSync('/', 'all of it')
exit(1)`;
    assert.deepEqual(judged(page([['ts', code]])), ['differs type@4']);
  });

  it('a block that is no code of its language, or of none', () => {
    const blocks = page([
      ['ts', '\u0000\u202e}{'],
      ['python', ')('],
      ['constructor', 'x'],
      ['', ''],
      ['json', ''],
    ]);
    assert.deepEqual(judged(blocks), [
      'broken syntax@1',
      'broken syntax@1',
      'fragment',
      'fragment',
      'fragment',
    ]);
  });
});
