/** Every scrape that upstream ever had, in the order of their days, as refreshes. */
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readMoved } from '../../../src/content/read-moved.ts';
import { readPages, readTables } from '../../../src/refresh/read-content.ts';
import { FILES, readSplitTables } from '../../../src/refresh/read-split-tables.ts';
import { refreshTo } from '../../../src/refresh/refresh.ts';
import type { Report } from '../../../src/refresh/report.ts';
import { dateInName } from '../../../src/refresh/scrape-day.ts';
import { snapshotOf, type Snapshot } from '../../../src/refresh/snapshot.ts';
import { fingerprintOf, swapContent } from '../../../src/refresh/swap.ts';
import { decodeDump } from '../../../src/split/decode.ts';
import { filesOf } from '../../../src/split/write.ts';
import { plainMoves, lettersOf, plainPages, surplus, type PlainPage } from './plain-comparison.ts';

const DUMPS = ['../shared/dumps', '../../shared/dumps'].find((folder) => existsSync(folder)) ?? '';
const files = DUMPS === '' ? [] : readdirSync(DUMPS).toSorted();
const skip = DUMPS === '' && '../shared/dumps is not here';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
const content = join(folder, 'content');
after(() => {
  rmSync(folder, { recursive: true });
});

/** A scrape split with the tables as they are now, and its plain pages. */
function read(file: string): {
  bytes: Uint8Array;
  snapshot: Snapshot;
  plain: Map<string, PlainPage>;
} {
  const bytes = readFileSync(join(DUMPS, file));
  const snapshot = snapshotOf(bytes, readSplitTables(content, dateInName(file)));
  return { bytes, snapshot, plain: plainPages(decodeDump(bytes).text) };
}

/** The pages of a split, and its manifest, as files. */
function splitFiles({ pages, manifest }: Snapshot): Map<string, string> {
  return filesOf(new Map(pages.map(({ file, mdx }) => [file, mdx])), manifest);
}

function startWith(snapshot: Snapshot, bytes: Uint8Array): void {
  for (const [file, text] of splitFiles(snapshot)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  writeFileSync(join(content, FILES.scrape), bytes);
}

describe('replaying all scrapes', { skip }, () => {
  cpSync('content/_source', join(content, '_source'), { recursive: true });
  const tables = readTables('content', 'tests/search');
  let last: ReturnType<typeof read> | undefined;

  for (const file of files) {
    test(`${basename(file, '.txt')}: the report says what a plain comparison says`, async () => {
      const next = read(file);
      const before = last;
      last = next;
      if (!before) {
        startWith(next.snapshot, next.bytes);
        return;
      }
      const date = dateInName(file);
      assert.ok(date);
      const refresh = refreshTo({ bytes: next.bytes, date, fetched: undefined }, next.snapshot, {
        kept: [],
        changelog: new Set(),
        before: before.snapshot,
        disk: readPages(content),
        moved: readMoved(content),
        tables,
        sections: readFileSync(join(content, FILES.sections), 'utf8'),
      });
      await swapContent(content, refresh.writes, fingerprintOf(content));
      assertAgrees(refresh.report, before.plain, next.plain);
    });
  }

  test('what is there at the end is what the last scrape alone gives, byte for byte', () => {
    assert.ok(last);
    const wanted = splitFiles(last.snapshot);
    const found = readdirSync(content, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(content.length + 1))
      .filter((file) => !/^(_source|changelog)\//.test(file));
    assert.deepEqual(found.toSorted(), [...wanted.keys()].toSorted());
    for (const [file, text] of wanted) {
      assert.equal(readFileSync(join(content, file), 'utf8'), text, file);
    }
  });
});

const sources = (pages: readonly { readonly source: string }[]): string[] =>
  pages.map(({ source }) => source).toSorted();

function assertAgrees(
  report: Report,
  before: ReadonlyMap<string, PlainPage>,
  after: ReadonlyMap<string, PlainPage>,
): void {
  const gone = [...before.keys()].filter((source) => !after.has(source));
  const come = [...after.keys()].filter((source) => !before.has(source));
  const moves = plainMoves(before, after);
  assert.deepEqual(report.moved.map(({ from, to }) => [from, to]).toSorted(), moves);
  const inPair = new Set(moves.flat());
  assert.deepEqual(sources(report.added), come.filter((source) => !inPair.has(source)).toSorted());
  assert.deepEqual(
    sources(report.removed),
    gone.filter((source) => !inPair.has(source)).toSorted(),
  );
  const changed = [...after.keys()].filter(
    (source) => before.has(source) && before.get(source)?.text !== after.get(source)?.text,
  );
  assert.deepEqual(sources(report.changed), changed.toSorted());

  for (const { source, sections, code } of report.changed) {
    const [a, b] = [before.get(source), after.get(source)];
    assert.ok(a && b);
    const { added, removed, renamed, moved } = sections;
    const left = moved.filter(
      ({ to }) => !to.startsWith(`${report.changed.find((one) => one.source === source)?.route}#`),
    );
    const [from, to] = [
      renamed.map((one) => lettersOf(one.from)),
      renamed.map((one) => lettersOf(one.to)),
    ];
    const gained = surplus([...added.map(lettersOf), ...to], from);
    const lost = surplus(
      [...removed, ...left.map(({ heading }) => heading)].map(lettersOf).concat(from),
      to,
    );
    assert.deepEqual(
      { source, gained, lost },
      { source, gained: surplus(b.headings, a.headings), lost: surplus(a.headings, b.headings) },
    );
    assert.deepEqual(
      { source, gained: code.added + code.changed, lost: code.removed + code.changed },
      {
        source,
        gained: surplus(b.code, a.code).length,
        lost: surplus(a.code, b.code).length,
      },
    );
  }
}
