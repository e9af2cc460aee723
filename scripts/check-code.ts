/** Command line of the code check: every fenced block of the docs against the published Motia. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandLine } from './command-line.ts';
import { makeNames } from '../src/code/make-names.ts';
import { makeReport } from '../src/code/make-report.ts';
import { printNames, type NameLedger } from '../src/code/names.ts';
import { unprovedFixes } from '../src/code/prove-fixes.ts';
import { readBench, readCodePages } from '../src/code/read-pages.ts';
import { parseReport, printReport, type CodeReport } from '../src/code/report.ts';
import { reportTable, staleBlocks } from '../src/code/summary.ts';
import { readFixesOf } from '../src/content/read-code.ts';

const HELP = `npm run check:code -- [options]

Judges every fenced block of the docs against the published versions of Motia and writes
content/code-report.json and content/names.json. Nothing of the docs is run. Prints a table by page and a total.

  --json          print the report as JSON instead of the table
  --check         write nothing; fail if a committed file is stale
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
    const pages = readCodePages(content);
    const fixes = readFixesOf(content);
    const bench = readBench(ROOT);
    const blocks = pages.flatMap((page) => page.blocks);
    const cache = anew ? undefined : join(ROOT, '.cache/code-check');
    const report = makeReport(pages, fixes, bench, cache);
    const names = makeNames(
      blocks,
      pages.flatMap(({ inline }) => inline),
      bench,
    );
    const files: Files = {
      report: join(content, 'code-report.json'),
      names: join(content, 'names.json'),
    };
    if (!quiet) console.log(json ? JSON.stringify(report) : reportTable(report));
    const faults = unprovedFixes(fixes, report, blocks);
    if (check) faults.push(...staleFiles(files, report, names));
    else {
      writeFileSync(files.report, printReport(report));
      writeFileSync(files.names, printNames(names));
    }
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) throw new Error(`${faults.length} faults; see --help`);
  },
);

interface Files {
  readonly report: string;
  readonly names: string;
}

/** What of the committed files is not as it is now, one line each. */
function staleFiles(files: Files, report: CodeReport, names: NameLedger): string[] {
  const stale = staleBlocks(parseReport(readFileSync(files.report, 'utf8')), report);
  const isStale = readFileSync(files.names, 'utf8') !== printNames(names);
  return [
    ...stale.map((line) => `${files.report} is stale: ${line}; run "npm run check:code"`),
    ...(isStale ? [`${files.names} is stale: run "npm run check:code"`] : []),
  ];
}
