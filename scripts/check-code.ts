/** Command line of the code check: every fenced block of the docs against the published Motia. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandLine } from './command-line.ts';
import { makeReport } from '../src/code/make-report.ts';
import { unprovedFixes } from '../src/code/prove-fixes.ts';
import { readBench, readCodePages, readFixesOf } from '../src/code/read-pages.ts';
import { parseReport, printReport, type CodeReport } from '../src/code/report.ts';
import { reportTable, staleBlocks } from '../src/code/summary.ts';

const HELP = `npm run check:code -- [options]

Judges every fenced block of the docs against the published versions of Motia and writes
content/code-report.json. Nothing of the docs is run. Prints a table by page and a total.

  --json          print the report as JSON instead of the table
  --check         write nothing; fail if the committed report is stale
  --content DIR   the pages (default: content)
  --quiet         print problems only
  --no-cache      judge unchanged pages again too
  --help          show this

Exit codes: 0 good, 1 a stale report (--check) or a fault, 2 wrong usage.`;

const ROOT = resolve(import.meta.dirname, '..');

await commandLine(
  HELP,
  {
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    content: { type: 'string', default: join(ROOT, 'content') },
    quiet: { type: 'boolean', default: false },
    'no-cache': { type: 'boolean', default: false },
  },
  ({ json, check, content, quiet, 'no-cache': anew }) => {
    const cache = anew ? undefined : join(ROOT, '.cache/code-check');
    const pages = readCodePages(content);
    const fixes = readFixesOf(content);
    const report = makeReport(pages, fixes, readBench(ROOT), cache);
    const file = join(content, 'code-report.json');
    if (check) refuseStale(file, report);
    else writeFileSync(file, printReport(report));
    if (!quiet) console.log(json ? JSON.stringify(report) : reportTable(report));
    const faults = unprovedFixes(
      fixes,
      report,
      pages.flatMap(({ blocks }) => blocks),
    );
    for (const fault of faults) console.error(fault);
    if (faults.length > 0)
      throw new Error(`${faults.length} samples are neither right, nor mended, nor noted`);
  },
);

function refuseStale(file: string, report: CodeReport): void {
  const stale = staleBlocks(parseReport(readFileSync(file, 'utf8')), report);
  for (const line of stale) console.error(line);
  if (stale.length > 0) {
    throw new Error(`${file} is stale in ${stale.length} blocks: run "npm run check:code"`);
  }
}
