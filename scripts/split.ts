/** Command line of the split: reads the scrape and the tables, writes pages, reports. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { commandLine } from './command-line.ts';
import { FILES, readSplitTables } from '../src/refresh/read-split-tables.ts';
import { dateInName } from '../src/refresh/scrape-day.ts';
import { printFinding } from '../src/split/findings.ts';
import { splitDump, type SplitResult } from '../src/split/index.ts';
import { applyDifferences, compareFolder, filesOf, type Difference } from '../src/split/write.ts';

const HELP = `npm run split -- [options]

Splits the scrape into MDX pages and writes them with content/manifest.json.

  --input FILE    the scrape (default: content/_source/motia-docs.txt)
  --out DIR       where the pages go (default: content)
  --report FILE   write all findings as JSON; - for standard output
  --check         write nothing; fail if a page would change or a finding is a warning
  --force         write over pages that were edited by hand
  --help          show this

Exit codes: 0 good, 1 problems in the input or (--check) a difference, 2 wrong usage.`;

const ROOT = resolve(import.meta.dirname, '..');
const CONTENT = resolve(ROOT, 'content');

interface Options {
  readonly input: string;
  readonly out: string;
  readonly report?: string | undefined;
  readonly check: boolean;
  readonly force: boolean;
}

await commandLine(
  HELP,
  {
    input: { type: 'string', default: resolve(CONTENT, FILES.scrape) },
    out: { type: 'string', default: CONTENT },
    report: { type: 'string' },
    check: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
  },
  (options) => {
    if (!split(options)) process.exitCode = 1;
  },
);

function reportOf(result: SplitResult): string {
  const { manifest, duplicates, repairedLines, findings } = result;
  return `${JSON.stringify({ pages: manifest.pages, duplicates, repairedLines, findings }, null, 2)}\n`;
}

/** Splits as the options say; false when the run failed, of which each problem was told. */
function split({ input, out, report, check, force }: Options): boolean {
  if (statSync(input, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${input}: is a folder, expected a file`);
  }
  const result = splitDump(
    readFileSync(input),
    readSplitTables(CONTENT, dateInName(basename(input))),
  );
  if (report === '-') process.stdout.write(reportOf(result));
  else if (report !== undefined) writeFileSync(report, reportOf(result));
  const warnings = result.findings.filter(({ severity }) => severity === 'warning');
  const errors = result.findings.filter(({ severity }) => severity === 'error');
  complain([...errors, ...warnings].map(printFinding));
  if (errors.length > 0) return false;

  const wanted = filesOf(result.files, result.manifest);
  const differences = compareFolder(out, wanted);
  if (check) {
    complain(differences.map(({ file, message }) => `${file}: ${message}; run npm run split`));
    return differences.length === 0 && warnings.length === 0;
  }
  const isProtected = ({ kind }: Difference): boolean => kind === 'edited' || kind === 'foreign';
  const inTheWay = force ? [] : differences.filter(isProtected);
  complain(inTheWay.map(({ file, message }) => `${file}: ${message}; --force replaces it`));
  if (inTheWay.length > 0) return false;
  applyDifferences(out, wanted, differences);
  if (report !== '-') console.log(summary(result, differences));
  return true;
}

/** Prints problems, one a line. */
function complain(lines: readonly string[]): void {
  for (const line of lines) console.error(line);
}

function summary(result: SplitResult, differences: readonly Difference[]): string {
  const { manifest, duplicates, repairedLines } = result;
  return [
    `${manifest.pages.length} pages in ${manifest.sections.length} sections`,
    `${duplicates.length} duplicates dropped`,
    `${repairedLines} lines repaired`,
    `${differences.length} files changed`,
  ].join(', ');
}
