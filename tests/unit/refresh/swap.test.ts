/** A content folder changes as a whole: whoever kills the run finds the old one or the new one. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { finishSwap, fingerprintOf, swapContent } from '../../../src/refresh/swap.ts';
import { randomFrom } from '../../random.ts';

let folder = '';
let content = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'swap-'));
  content = join(folder, 'content');
});
after(() => {
  rmSync(folder, { recursive: true });
});

/** Fills the folder: file → text. */
function fill(files: Readonly<Record<string, string>>): void {
  rmSync(content, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
}

const filesIn = (): string[] =>
  readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(content.length + 1))
    .toSorted();

/** All of the folder as one hash. */
function hashOf(): string {
  const hash = createHash('sha256');
  for (const file of filesIn()) hash.update(`${file}\0`).update(readFileSync(join(content, file)));
  return hash.digest('hex');
}

describe('swapContent', () => {
  test('writes, replaces and removes files, and keeps the others', async () => {
    fill({ 'a.mdx': 'a', 'b/b.mdx': 'b', '_source/images/x.png': 'x' });
    const writes = new Map([
      ['a.mdx', 'A'],
      ['b/b.mdx', null],
      ['c/c.mdx', 'C'],
    ]);
    await swapContent(content, writes, fingerprintOf(content));
    assert.deepEqual(filesIn(), ['_source/images/x.png', 'a.mdx', 'c/c.mdx']);
    assert.equal(readFileSync(join(content, 'a.mdx'), 'utf8'), 'A');
    assert.deepEqual(readdirSync(join(folder, '.cache/refresh')), []);
  });

  test('writes nothing when somebody changed a page meanwhile', async () => {
    fill({ 'a.mdx': 'a' });
    const seen = fingerprintOf(content);
    writeFileSync(join(content, 'a.mdx'), 'edited');
    await assert.rejects(swapContent(content, new Map([['a.mdx', 'A']]), seen), {
      message: `${content} was changed while the refresh ran: run it again`,
    });
    assert.equal(readFileSync(join(content, 'a.mdx'), 'utf8'), 'edited');
  });
});

describe('finishSwap', () => {
  test('brings the old folder back where a run was killed between two renames', () => {
    fill({ 'a.mdx': 'a' });
    mkdirSync(join(folder, '.cache/refresh'), { recursive: true });
    renameSync(content, join(folder, '.cache/refresh/old'));
    finishSwap(content);
    assert.deepEqual(filesIn(), ['a.mdx']);
  });

  test('leaves a folder alone that is there', () => {
    fill({ 'a.mdx': 'a' });
    finishSwap(content);
    assert.deepEqual(filesIn(), ['a.mdx']);
  });
});

const KILLS = 100;

test(`killed at ${KILLS} moments, a run leaves the old folder or the new one, byte for byte`, async () => {
  const version = (name: string) =>
    Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`${name}/${at}.mdx`, `${name} ${at}\n`.repeat(200)]),
    );
  const [olds, news] = [version('old'), version('new')];
  fill({ ...news, 'kept.mdx': 'kept' });
  const isNew = hashOf();
  fill({ ...olds, 'kept.mdx': 'kept' });
  const isOld = hashOf();
  const random = randomFrom(14);
  const seen = new Map<string, number>();
  for (let kill = 0; kill < KILLS; kill++) {
    // A run that goes to and fro until it is killed, so that each moment falls into one of its steps.
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'swap-to-and-fro.ts'), content],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    child.stdin.end(JSON.stringify({ olds, news }));
    await once(child.stdout, 'data');
    await wait(random() * 60);
    child.kill('SIGKILL');
    await once(child, 'close');
    assert.ok(existsSync(content), `no folder after kill ${kill}`);
    const found = hashOf();
    assert.ok([isOld, isNew].includes(found), `half a folder after kill ${kill}`);
    seen.set(found, (seen.get(found) ?? 0) + 1);
  }
  assert.equal(seen.size, 2, 'every kill came before or after all work');
});
