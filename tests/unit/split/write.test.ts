import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { dumpOf, ROOT, SCRAPE_FILE, titled } from './scrape.ts';

const base = mkdtempSync(join(tmpdir(), 'split-'));
after(() => rmSync(base, { recursive: true, force: true }));

const split = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [join(ROOT, 'scripts/split.ts'), ...args], { encoding: 'utf8' });

/** A hash over names and contents of all files below a folder. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(folder.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** A dump file of the given pages. */
function dumpFile(name: string, ...pages: Parameters<typeof dumpOf>): string {
  const file = join(base, name);
  writeFileSync(file, dumpOf(...pages));
  return file;
}

const a: [string, ...string[]] = ['/docs/concepts/a', ...titled('A'), 'Text of a.'];
const b: [string, ...string[]] = ['/docs/concepts/b', ...titled('B'), 'Text of b.'];
const small = dumpFile('small.txt', a, b);

/** A folder with the small dump split into it. */
function splitFolder(name: string): string {
  const folder = join(base, name);
  assert.equal(split('--input', small, '--out', folder).status, 0);
  return folder;
}

describe('npm run split', () => {
  it('says what it did, in one line, and nothing on stderr for a clean scrape', () => {
    const { status, stdout, stderr } = split('--input', SCRAPE_FILE, '--out', join(base, 'whole'));
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(
      stdout,
      '55 pages in 8 sections, 14 duplicates dropped, 606 lines repaired, 56 files changed\n',
    );
  });

  it('writes identical bytes on a second run, and changes no file', () => {
    const before = fingerprint(join(base, 'whole'));
    const { stdout } = split('--input', SCRAPE_FILE, '--out', join(base, 'whole'));
    assert.match(stdout, /, 0 files changed\n$/);
    assert.equal(fingerprint(join(base, 'whole')), before);
  });

  it('finds the committed pages up to date', () => {
    const { status, stdout, stderr } = split('--check');
    assert.deepEqual([status, stdout, stderr], [0, '', '']);
  });

  it('writes a report of the contract', () => {
    const report = JSON.parse(split('--check', '--report', '-').stdout) as {
      pages: { source: string }[];
      duplicates: unknown[];
      repairedLines: number;
    };
    assert.deepEqual(
      [report.pages.length, report.duplicates.length, report.repairedLines],
      [55, 14, 606],
    );
    const steps = report.pages.find(({ source }) => source === '/docs/concepts/steps');
    assert.partialDeepStrictEqual(steps, {
      file: 'concepts/steps.mdx',
      route: '/concepts/steps/',
      title: 'Steps',
      section: 'concepts',
      lines: [2309, 3090],
    });
  });

  it('protects a page that was edited by hand, until --force', () => {
    const folder = splitFolder('edited');
    writeFileSync(join(folder, 'concepts/a.mdx'), 'mine\n');
    const before = fingerprint(folder);
    const { status, stderr } = split('--input', small, '--out', folder);
    assert.equal(status, 1);
    assert.equal(
      stderr,
      'concepts/a.mdx: was edited by hand since the last split; --force replaces it\n',
    );
    assert.equal(fingerprint(folder), before);
    assert.equal(split('--input', small, '--out', folder, '--force').status, 0);
    assert.match(readFileSync(join(folder, 'concepts/a.mdx'), 'utf8'), /Text of a\./);
  });

  it('leaves hand-written pages alone, unless they stand in the way of one', () => {
    const folder = splitFolder('handwritten');
    writeFileSync(join(folder, 'concepts/own.mdx'), 'own\n');
    assert.equal(split('--input', small, '--out', folder).status, 0);
    assert.equal(readFileSync(join(folder, 'concepts/own.mdx'), 'utf8'), 'own\n');
    const other = join(base, 'in-the-way');
    mkdirSync(join(other, 'concepts'), { recursive: true });
    writeFileSync(join(other, 'concepts/b.mdx'), 'mine\n');
    const { status, stderr } = split('--input', small, '--out', other);
    assert.equal(status, 1);
    assert.match(stderr, /^concepts\/b\.mdx: was not written by the split and stands in its way/);
    assert.equal(existsSync(join(other, 'concepts/a.mdx')), false);
  });

  it('removes pages that are gone from the scrape, with their empty folders', () => {
    const folder = join(base, 'gone');
    const more = dumpFile('more.txt', a, b, ['/docs/examples/x/y', ...titled('Y'), 'y']);
    assert.equal(split('--input', more, '--out', folder).status, 0);
    assert.equal(existsSync(join(folder, 'examples/x/y.mdx')), true);
    assert.equal(split('--input', small, '--out', folder).status, 0);
    assert.equal(existsSync(join(folder, 'examples')), false);
  });

  it('--check names every difference and writes nothing', () => {
    const folder = splitFolder('checked');
    writeFileSync(join(folder, 'concepts/a.mdx'), 'mine\n');
    rmSync(join(folder, 'concepts/b.mdx'));
    const before = fingerprint(folder);
    const { status, stderr } = split('--check', '--input', small, '--out', folder);
    assert.equal(status, 1);
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      'concepts/a.mdx: was edited by hand since the last split; run npm run split',
      'concepts/b.mdx: is missing; run npm run split',
    ]);
    assert.equal(fingerprint(folder), before);
  });

  it('--check fails at a dead link, which a split only reports', () => {
    const dead = dumpFile('dead.txt', [...a, 'See [x](/docs/nowhere).']);
    const folder = join(base, 'dead');
    assert.equal(split('--input', dead, '--out', folder).status, 0);
    const { status, stderr } = split('--check', '--input', dead, '--out', folder);
    assert.equal(status, 1);
    assert.match(stderr, /^concepts\/a \(dump line 12\): link to \/docs\/nowhere leads nowhere/);
  });

  it('changes nothing at all when one page is broken, and names page and line', () => {
    const folder = splitFolder('broken');
    const before = fingerprint(folder);
    const broken = dumpFile('broken.txt', [...a, 'changed'], [...b, '<Tabs>', '', 'never closed']);
    const { status, stderr } = split('--input', broken, '--out', folder);
    assert.equal(status, 1);
    assert.equal(
      stderr,
      'concepts/b (dump line 21): <Tabs> is never closed; close it on a line of its own, in the block that it is opened in\n',
    );
    assert.equal(fingerprint(folder), before);
  });

  it(
    'undoes what it did when a file cannot be written',
    { skip: process.getuid?.() === 0 && 'root may write anywhere' },
    () => {
      const folder = splitFolder('readonly');
      chmodSync(join(folder, 'concepts'), 0o555);
      const before = fingerprint(folder);
      const changed = dumpFile('changed.txt', [...a, 'more'], b);
      assert.equal(split('--input', changed, '--out', folder).status, 1);
      chmodSync(join(folder, 'concepts'), 0o755);
      assert.equal(fingerprint(folder), before);
    },
  );

  it('undoes what it did when a page has no place to go', () => {
    const folder = splitFolder('homeless');
    const before = fingerprint(folder);
    const changed = dumpFile('homeless.txt', [...a, 'more'], b, [
      '/docs/examples/c',
      ...titled('C'),
      'c',
    ]);
    symlinkSync(join(base, 'nowhere'), join(folder, 'examples'));
    const { status, stderr } = split('--input', changed, '--out', folder);
    assert.equal(status, 1);
    assert.match(stderr, /^E[A-Z]+: .*mkdir '.*\/homeless\/examples'\n$/);
    assert.equal(fingerprint(folder), before);
  });

  it('changes nothing when a folder stands where a page should go, and names it', () => {
    const folder = splitFolder('blocked');
    const changed = dumpFile('blocked.txt', [...a, 'more'], b, [
      '/docs/concepts/c',
      ...titled('C'),
      'c',
    ]);
    mkdirSync(join(folder, 'concepts/c.mdx/in'), { recursive: true });
    writeFileSync(join(folder, 'concepts/c.mdx/in/the-way'), '');
    const before = fingerprint(folder);
    const { status, stderr } = split('--input', changed, '--out', folder);
    assert.equal(status, 1);
    const place = join(folder, 'concepts/c.mdx');
    assert.equal(stderr, `${place}: is a folder, expected a file; move it away\n`);
    assert.equal(fingerprint(folder), before);
  });

  it('changes nothing when the manifest cannot be read, and names it', () => {
    const folder = splitFolder('unreadable');
    writeFileSync(join(folder, 'manifest.json'), '{');
    const before = fingerprint(folder);
    const { status, stderr } = split('--input', small, '--out', folder);
    assert.equal(status, 1);
    assert.match(stderr, /^.*\/unreadable\/manifest\.json: .*; restore it with git, or remove it/);
    assert.equal(fingerprint(folder), before);
  });

  it('never leaves the output folder', () => {
    const folder = join(base, 'jail/out');
    const hostile = dumpFile('hostile.txt', ['/docs/../../../evil', ...titled('E'), 'x']);
    const { status, stderr } = split('--input', hostile, '--out', folder);
    assert.equal(status, 1);
    assert.equal(
      stderr,
      '/docs/../../../evil (dump line 6): path has the segment "..": "/docs/../../../evil"\n',
    );
    assert.equal(existsSync(join(base, 'jail')), false);
  });

  for (const [what, spoil, message] of [
    ['is empty', () => 'null', 'Cannot destructure'],
    [
      'names a file outside the folder',
      (text: string) => text.replace('concepts/a.mdx', '../victim.mdx'),
      'it names "../victim.mdx"',
    ],
  ] as const) {
    it(`touches nothing where the manifest ${what}`, () => {
      const folder = splitFolder(`manifest-${what}`);
      const manifest = join(folder, 'manifest.json');
      cpSync(join(folder, 'concepts/a.mdx'), join(base, 'victim.mdx'));
      writeFileSync(manifest, spoil(readFileSync(manifest, 'utf8')));
      const before = fingerprint(folder);
      const { status, stderr } = split('--input', small, '--out', folder);
      assert.equal(status, 1);
      assert.ok(stderr.startsWith(`${manifest}: ${message}`));
      assert.match(stderr, /; restore it with git, or remove it and use --force\n$/);
      assert.equal(fingerprint(folder), before);
      assert.ok(existsSync(join(base, 'victim.mdx')));
    });
  }

  it('says what stands in its way: a folder, a file, or a folder for an input', () => {
    const folder = join(base, 'in-the-way');
    mkdirSync(join(folder, 'concepts/a.mdx'), { recursive: true });
    assert.equal(
      split('--input', small, '--out', folder).stderr,
      `${folder}/concepts/a.mdx: is a folder, expected a file; move it away\n`,
    );
    assert.equal(
      split('--input', small, '--out', small).stderr,
      `${small}/manifest.json: a part of it is a file, expected folders; move that away\n`,
    );
    assert.equal(split('--input', folder).stderr, `${folder}: is a folder, expected a file\n`);
  });

  it('leaves a linked folder linked', () => {
    const folder = join(base, 'linked');
    mkdirSync(join(base, 'elsewhere'));
    mkdirSync(folder);
    symlinkSync(join(base, 'elsewhere'), join(folder, 'concepts'));
    const { status, stderr } = split('--input', small, '--out', folder);
    assert.deepEqual([status, stderr], [0, '']);
    assert.ok(existsSync(join(base, 'elsewhere/a.mdx')));
  });

  it('tells bad usage (2) from a bad file (1), and explains itself', () => {
    const unknown = split('--nope');
    assert.deepEqual(
      [unknown.status, unknown.stderr],
      [2, "Unknown option '--nope': see --help\n"],
    );
    const help = split('--help');
    assert.deepEqual(
      [help.status, help.stdout.split('\n', 1)],
      [0, ['npm run split -- [options]']],
    );
    const { status, stderr } = split('--input', join(base, 'missing.txt'));
    assert.equal(status, 1);
    assert.match(stderr, /^ENOENT: no such file or directory, open '.*missing\.txt'\n$/);
  });

  it('names the offset of bytes that are no UTF-8', () => {
    const file = join(base, 'bad.txt');
    writeFileSync(file, Buffer.concat([Buffer.from('# Motia\n'), Buffer.from([0xff])]));
    assert.equal(
      split('--input', file, '--out', join(base, 'bad')).stderr,
      '(dump) (dump line 2): invalid UTF-8 at byte offset 8\n',
    );
  });

  it('takes a CRLF scrape with a byte order mark for the same pages', () => {
    const file = join(base, 'crlf.txt');
    writeFileSync(file, `\uFEFF${readFileSync(small, 'utf8').replaceAll('\n', '\r\n')}`);
    assert.equal(split('--input', file, '--out', join(base, 'crlf')).status, 0);
    cpSync(splitFolder('lf'), join(base, 'lf2'), { recursive: true });
    assert.equal(
      readFileSync(join(base, 'crlf/concepts/a.mdx'), 'utf8'),
      readFileSync(join(base, 'lf2/concepts/a.mdx'), 'utf8'),
    );
  });
});
