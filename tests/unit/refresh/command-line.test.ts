/** `npm run refresh`, as a maintainer calls it, on a small content folder. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fingerprintOf } from '../../../src/refresh/swap.ts';
import { readSplitTables } from '../../../src/refresh/read-split-tables.ts';
import { splitDump } from '../../../src/split/index.ts';
import { filesOf } from '../../../src/split/write.ts';
import { about, scrape, type SmallPage } from './small-scrapes.ts';

let folder = '';
let content = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'refresh-'));
  content = join(folder, 'content');
  cpSync('content/_source', join(content, '_source'), { recursive: true });
});
after(() => {
  rmSync(folder, { recursive: true });
});

const A: SmallPage = [
  '/docs/concepts/a',
  'A',
  '## One',
  '',
  about('stream'),
  '',
  'See [B](/docs/concepts/b).',
];
const B: SmallPage = ['/docs/concepts/b', 'B', about('queue')];
const NEXT: SmallPage[] = [
  ['/docs/concepts/a', 'A', '## First', '', about('stream'), '', 'See [B](/docs/concepts/gone).'],
  ['/docs/concepts/c', 'C', about('trigger'), '', '<Widget title="x" />'],
];

/** Puts a folder there that was split from these pages. */
function startWith(...pages: SmallPage[]): void {
  const bytes = scrape(...pages);
  const { files, manifest } = splitDump(bytes, readSplitTables(content, undefined));
  rmSync(join(content, 'concepts'), { recursive: true, force: true });
  for (const [file, text] of filesOf(files, manifest)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  writeFileSync(join(content, '_source/motia-docs.txt'), bytes);
}

function refresh(pages: readonly SmallPage[], ...options: string[]) {
  const file = join(folder, '2026-03-03.txt');
  writeFileSync(file, scrape(...pages));
  return run(file, '--content', content, ...options);
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/refresh.ts', ...args], {
    encoding: 'utf8',
    input: '',
  });
  return { status, stdout, stderr };
}

const read = (file: string): string => readFileSync(join(content, file), 'utf8');

describe('npm run refresh', () => {
  test('says in a few lines what changed, and writes nothing without a yes', () => {
    startWith(A, B);
    const seen = fingerprintOf(content);
    const { status, stdout, stderr } = refresh(NEXT);
    assert.deepEqual([status, stderr], [3, '']);
    assert.equal(
      stdout.replace(/^stale.*\n/m, ''),
      `added       1  /docs/concepts/c
removed     1  /docs/concepts/b
changed     1  /docs/concepts/a
sections    2  1 changed, 1 renamed
links       1  /docs/concepts/gone died on /docs/concepts/a
findings    1  1 unknown-component

Nothing was written: --yes applies it.
`,
    );
    assert.equal(fingerprintOf(content), seen);
  });

  test('names each thing with --long, and shows the lines with --diff', () => {
    const { stdout } = refresh(NEXT, '--dry-run', '--long', '--diff');
    assert.match(
      stdout,
      /^Changed \(1\)\n {2}\/docs\/concepts\/a\n {4}~ One → First\n {4}\* First\n/m,
    );
    assert.match(stdout, /^-## One\n\+## First\n/m);
  });

  test('tells machines the same with --json', () => {
    const { status, stdout } = refresh(NEXT, '--json');
    const { findings, ...report } = JSON.parse(stdout) as { findings: { rule: string }[] };
    assert.equal(status, 3);
    assert.deepEqual(report, {
      added: [{ source: '/docs/concepts/c', route: '/concepts/c/', title: 'C' }],
      removed: [{ source: '/docs/concepts/b', route: '/concepts/b/', title: 'B' }],
      moved: [],
      renamed: [],
      changed: [
        {
          source: '/docs/concepts/a',
          route: '/concepts/a/',
          sections: {
            added: [],
            removed: [],
            changed: ['First'],
            moved: [],
            renamed: [{ from: 'One', to: 'First' }],
          },
          code: { added: 0, removed: 0, changed: 0 },
        },
      ],
      links: {
        died: [{ source: '/docs/concepts/a', route: '/concepts/a/', link: '/docs/concepts/gone' }],
        mended: [],
      },
      conflicts: [],
      merged: [],
      kept: [],
    });
    assert.ok(findings.some(({ rule }) => rule === 'unknown-component'));
  });

  test('applies it with --yes; the same scrape again is no change', () => {
    appendFileSync(join(content, 'concepts/a.mdx'), '\nBy hand.\n');
    const { status, stdout } = refresh(NEXT, '--yes');
    assert.equal(status, 0);
    assert.match(stdout, /^edits {7}1 {2}concepts\/a\.mdx merged$/m);
    assert.match(stdout, /npm run check:code, npm test, git diff, commit\n$/);
    assert.match(read('concepts/a.mdx'), /## First[^]*By hand\.\n$/);
    assert.match(
      read('_source/sections.yaml'),
      /^ {4}earliest: 2026-03-03\n {4}latest: 2026-03-03\n {4}evidence: "The scrape’s file is named 2026-03-03\.txt\."\n {2}upstream:/m,
    );
    assert.deepEqual(JSON.parse(read('_source/moved.json')), {
      pages: [
        {
          from: '/concepts/b/',
          source: '/docs/concepts/b',
          title: 'B',
          to: '/concepts/',
          gone: true,
          on: '2026-03-03',
        },
      ],
      sections: [
        {
          page: '/concepts/a/',
          anchor: 'one',
          heading: 'One',
          to: '/concepts/a/#first',
          on: '2026-03-03',
        },
      ],
    });
    const again = refresh(NEXT, '--yes');
    assert.deepEqual(
      [again.status, again.stdout],
      [0, 'Nothing changed: it is the scrape that is here.\n'],
    );
  });

  test('leaves everything as it is when a page can’t be read', () => {
    const seen = fingerprintOf(content);
    const { status, stderr } = refresh(
      [A, ['/docs/concepts/d', 'D', '<Callout>', 'never closed']],
      '--yes',
    );
    assert.equal(status, 1);
    assert.match(stderr, /^concepts\/d \(dump line \d+\): <Callout> is never closed/);
    assert.equal(fingerprintOf(content), seen);
  });

  test('with --keep-broken takes the last good text of such a page, and says so', () => {
    startWith(A, B);
    const broken: SmallPage = ['/docs/concepts/a', 'A', '## One', '', '<Callout>', 'never closed'];
    const pages = [B, broken, ['/docs/concepts/d', 'D', '<Tabs>']] as SmallPage[];
    assert.equal(refresh(pages, '--yes').status, 1);
    const { status, stdout, stderr } = refresh(pages, '--yes', '--keep-broken');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(
      stdout,
      /^kept {8}2 {2}\/docs\/concepts\/a as of \S+: <Callout> is never closed.*, \/docs\/concepts\/d is left out: /m,
    );
    assert.match(read('concepts/a.mdx'), /^## One\n\nReaders of a stream/m);
    const kept = JSON.parse(read('_source/kept.json')) as { source: string; brokenIn: string }[];
    assert.deepEqual(
      kept.map(({ source, brokenIn }) => [source, brokenIn]),
      [
        ['/docs/concepts/a', '2026-03-03'],
        ['/docs/concepts/d', '2026-03-03'],
      ],
    );
    assert.match(refresh(pages, '--yes', '--keep-broken').stdout, /^Nothing changed/);
    assert.equal(refresh([A, B], '--yes').status, 0);
    assert.equal(existsSync(join(content, '_source/kept.json')), false);
  });

  test('waits until an earlier conflict is settled', () => {
    writeFileSync(join(content, 'concepts/a.mdx.conflict'), '');
    const { status, stderr } = refresh([A], '--yes');
    const way = 'take what you want of it into the page, and remove it';
    assert.deepEqual(
      [status, stderr],
      [
        1,
        `${join(content, 'concepts/a.mdx.conflict')}: waits for you since the last refresh: ${way}\n`,
      ],
    );
  });

  test('wants one scrape, and one that is there', () => {
    assert.deepEqual(
      run().stderr,
      'expected one scrape: a file, an address or a folder: see --help\n',
    );
    assert.equal(run().status, 2);
    rmSync(join(content, 'concepts/a.mdx.conflict'), { force: true });
    const { status, stderr } = run('/nowhere', '--content', content);
    assert.deepEqual([status, stderr], [1, '/nowhere: no such file or folder\n']);
  });
});
