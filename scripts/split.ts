/** Command line of the split: reads the scrape and the tables, writes pages, reports. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { commandLine } from './command-line.ts';
import { readAliases } from '../src/split/aliases.ts';
import type { ScrapeDate } from '../src/model/scrape-date.ts';
import { printFinding } from '../src/split/findings.ts';
import { splitDump, type SplitResult, type SplitTables } from '../src/split/index.ts';
import { readSections } from '../src/split/sections.ts';
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
const SOURCE = resolve(ROOT, 'content/_source');

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
    input: { type: 'string', default: resolve(SOURCE, 'motia-docs.txt') },
    out: { type: 'string', default: resolve(ROOT, 'content') },
    report: { type: 'string' },
    check: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
  },
  (options) => {
    if (!split(options)) process.exitCode = 1;
  },
);

function readTables(input: string): SplitTables {
  const images: unknown = JSON.parse(readFileSync(resolve(SOURCE, 'images.json'), 'utf8'));
  return {
    sections: readSections(readFileSync(resolve(SOURCE, 'sections.yaml'), 'utf8')),
    aliases: readAliases(readFileSync(resolve(SOURCE, 'aliases.yaml'), 'utf8')),
    pictures: new Set(Object.keys(images as object)),
    date: dateInName(basename(input)),
  };
}

/** A dump that is named after its day (`2025-06-17.txt`) tells its own date. */
function dateInName(name: string): ScrapeDate | undefined {
  const day = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  if (day === undefined) return undefined;
  return { earliest: day, latest: day, evidence: `The scrape’s file is named ${name}.` };
}

function reportOf(result: SplitResult): string {
  const { manifest, duplicates, repairedLines, findings } = result;
  return `${JSON.stringify({ pages: manifest.pages, duplicates, repairedLines, findings }, null, 2)}\n`;
}

/** Splits as the options say; false when the run failed, of which each problem was told. */
function split({ input, out, report, check, force }: Options): boolean {
  if (statSync(input, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${input}: is a folder, expected a file`);
  }
  const result = splitDump(readFileSync(input), readTables(input));
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
