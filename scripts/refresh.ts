/** Command line of the refresh: reads a new scrape, says what changed, asks, applies. */
import { globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { commandLine, UsageError } from './command-line.ts';
import { readKept } from '../src/content/read-kept.ts';
import { readMoved } from '../src/content/read-moved.ts';
import { readManifest } from '../src/content/read-routes.ts';
import type { KeptPage } from '../src/model/kept.ts';
import { openConflicts, readPages, readSnapshot, readTables } from '../src/refresh/read-content.ts';
import { FILES, readSplitTables } from '../src/refresh/read-split-tables.ts';
import { keepBroken, keptBy } from '../src/refresh/keep-broken.ts';
import { readScrape, type NewScrape } from '../src/refresh/read-scrape.ts';
import { refreshTo, type Refresh } from '../src/refresh/refresh.ts';
import { diffsOf, longReport, reportOf, shortReport, type Report } from '../src/refresh/report.ts';
import { snapshotOf, type Snapshot } from '../src/refresh/snapshot.ts';
import { fingerprintOf, swapContent } from '../src/refresh/swap.ts';
import { printFinding, type Finding } from '../src/split/findings.ts';

const HELP = `npm run refresh -- FILE|URL|FOLDER [options]

Compares a new scrape with the one in content/, says what changed, and after a yes puts it in place: all of
it or nothing. FOLDER is one of MDX pages with meta.json, such as upstream's docs in its repository. Edits
by hand are merged; what can't be merged is kept, with upstream's text beside it in a file that ends in
.conflict. Pages and headings that moved keep their addresses.

  --long, --report  the whole report, not ten lines
  --diff            unified diffs of pages and of code, too
  --json            the report as JSON; never asks
  --yes             applies without asking
  --dry-run         never applies
  --keep-broken     a page that can't be read keeps its last good text, or is left out if it is new;
                    without it such a page stops the run
  --content DIR     the pages (default: content)
  --help            show this

Exit codes: 0 nothing changed or applied, 1 a problem, 2 wrong usage, 3 changes are waiting.`;

const ROOT = resolve(import.meta.dirname, '..');

/** Exit code of a run that found changes and wrote nothing. */
const WAITING = 3;

interface Options {
  readonly long: boolean;
  readonly report: boolean;
  readonly diff: boolean;
  readonly json: boolean;
  readonly yes: boolean;
  readonly 'dry-run': boolean;
  readonly 'keep-broken': boolean;
  readonly content: string;
}

await commandLine(
  HELP,
  {
    long: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    diff: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    'keep-broken': { type: 'boolean', default: false },
    content: { type: 'string', default: join(ROOT, 'content') },
  },
  async (options, inputs) => {
    const [input, ...others] = inputs;
    if (input === undefined || others.length > 0) {
      throw new UsageError('expected one scrape: a file, an address or a folder');
    }
    if (options.yes && options['dry-run'])
      throw new UsageError('--yes and --dry-run exclude each other');
    process.exitCode = await refresh(input, options);
  },
);

async function refresh(input: string, options: Options): Promise<number> {
  const { content, json, yes } = options;
  refuseOpenConflicts(content);
  const fingerprint = fingerprintOf(content);
  const { scrape: known } = readManifest(content);
  const today = new Date().toISOString().slice(0, 10);
  const scrape = await readScrape(input, content, known, today, progress);
  if (scrape === undefined)
    return unchanged(json, content, `${input} has not changed since the last refresh`);
  const split = splitOf(scrape, options);
  if (split === undefined) return 1;
  const { after, bytes, kept } = split;
  if (after.manifest.scrape.sha256 === known.sha256) {
    return unchanged(json, content, 'it is the scrape that is here');
  }
  const found = refreshTo({ ...scrape, bytes }, after, {
    kept,
    changelog: new Set(globSync('changelog/*.md', { cwd: content })),
    before: readSnapshot(content),
    disk: readPages(content),
    moved: readMoved(content),
    tables: readTables(content, join(ROOT, 'tests/search')),
    sections: readFileSync(join(content, FILES.sections), 'utf8'),
  });
  const { report } = found;
  tell(found, report, options);
  if (options['dry-run'] || (!yes && (json || !(await isWanted())))) return WAITING;
  await swapContent(content, found.writes, fingerprint);
  if (!json) console.log(`\n${nextSteps(report, content)}`);
  return 0;
}

interface Split {
  readonly after: Snapshot;
  readonly bytes: Uint8Array;
  readonly kept: readonly KeptPage[];
}

/** Splits the scrape, if need be and wanted with older texts of some pages; undefined after an error was told. */
function splitOf(
  { bytes, date }: NewScrape,
  { content, 'keep-broken': isKept }: Options,
): Split | undefined {
  const tables = readSplitTables(content, date);
  const after = snapshotOf(bytes, tables);
  const errors = errorsOf(after);
  if (errors.length === 0) return { after, bytes, kept: [] };
  const former = readFileSync(join(content, FILES.scrape));
  const mended = isKept ? keepBroken(bytes, former, errors) : undefined;
  const again = mended && snapshotOf(mended.bytes, tables);
  const left = again ? errorsOf(again) : errors;
  for (const error of left) console.error(printFinding(error));
  if (!mended || !again || left.length > 0) return undefined;
  const days = { former: readManifest(content).scrape.date.latest, fresh: date.latest };
  return { after: again, bytes: mended.bytes, kept: keptBy(mended, readKept(content), days) };
}

function errorsOf({ findings }: Snapshot): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function refuseOpenConflicts(content: string): void {
  const [open] = openConflicts(content);
  if (open === undefined) return;
  throw new Error(
    `${join(content, open)}: waits for you since the last refresh: take what you want of it into the page, and remove it`,
  );
}

function unchanged(json: boolean, content: string, why: string): number {
  const before = readManifest(content);
  const none = { manifest: before, pages: [], findings: [] };
  const comparison = {
    ...{ added: [], removed: [], moved: [], changed: [], same: [] },
    elsewhere: new Map(),
  };
  const nothing = {
    before: none,
    after: none,
    comparison,
    conflicts: [],
    merged: [],
    kept: [],
    stale: [],
  };
  console.log(json ? JSON.stringify(reportOf(nothing)) : `Nothing changed: ${why}.`);
  return 0;
}

function tell(found: Refresh, report: Report, { json, long, report: whole, diff }: Options): void {
  if (json) console.log(JSON.stringify(report));
  else {
    const text = long || whole ? longReport(report) : shortReport(report);
    console.log(text || 'No page changed, only what stands around them.');
    const conflicts = { ...found, comparison: { ...found.comparison, changed: [], moved: [] } };
    const diffs = diffsOf(diff ? found : conflicts);
    if (diffs !== '') console.log(`\n${diffs}`);
  }
}

/** Asks at a terminal; elsewhere nobody can say yes. */
async function isWanted(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.log('\nNothing was written: --yes applies it.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('\nApply it? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** How much of a scrape is loaded, on one line of a terminal. */
function progress(bytes: number, of: number | undefined): void {
  if (!process.stderr.isTTY) return;
  const [done, all] = [bytes, of].map((count) => count && `${(count / 1e6).toFixed(1)} MB`);
  process.stderr.write(`\r${done}${all ? ` of ${all}` : ''}${bytes === of ? '\n' : ''}`);
}

/** What to look at, and in which order. */
function nextSteps({ conflicts, findings, links }: Report, content: string): string {
  const folder = relative(process.cwd(), content) || '.';
  const stale = new Set(
    findings.flatMap(({ rule, page }) => (rule === 'stale-entry' ? [page] : [])),
  );
  return [
    'Applied. Now:',
    ...conflicts.map(({ file, reason }) => `  ${folder}/${file}: ${reason}`),
    ...(stale.size > 0
      ? [`  entries that match no more, in ${[...stale].join(', ')} (--long names them)`]
      : []),
    ...(links.died.length > 0
      ? ['  dead links: say in aliases.yaml where they lead, then npm run split']
      : []),
    '  npm run check:code, npm test, git diff, commit',
  ].join('\n');
}
