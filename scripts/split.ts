/** Command line of the split: reads the scrape and the tables, writes pages, reports. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readAliases } from '../src/split/aliases.ts';
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
  input: string;
  out: string;
  report: string | undefined;
  check: boolean;
  force: boolean;
}

function readOptions(args: string[]): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      input: { type: 'string', default: resolve(SOURCE, 'motia-docs.txt') },
      out: { type: 'string', default: resolve(ROOT, 'content') },
      report: { type: 'string' },
      check: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values.help ? 'help' : { ...values, report: values.report };
}

/** A dump that is named after its day (`2025-06-17.txt`) tells its own date. */
function readTables(input: string): SplitTables {
  const images: unknown = JSON.parse(readFileSync(resolve(SOURCE, 'images.json'), 'utf8'));
  return {
    sections: readSections(readFileSync(resolve(SOURCE, 'sections.yaml'), 'utf8')),
    aliases: readAliases(readFileSync(resolve(SOURCE, 'aliases.yaml'), 'utf8')),
    pictures: new Set(Object.keys(images as object)),
    date: /\d{4}-\d{2}-\d{2}/.exec(basename(input))?.[0],
  };
}

function reportOf(result: SplitResult): string {
  const { manifest, duplicates, repairedLines, findings } = result;
  return `${JSON.stringify({ pages: manifest.pages, duplicates, repairedLines, findings }, null, 2)}\n`;
}

/** Prints problems, one a line, and says whether the run failed. */
function complain(lines: readonly string[]): boolean {
  for (const line of lines) console.error(line);
  return lines.length > 0;
}

function run(options: Options): number {
  if (statSync(options.input).isDirectory()) throw new Error(`${options.input} is a folder`);
  const result = splitDump(readFileSync(options.input), readTables(options.input));
  if (options.report === '-') process.stdout.write(reportOf(result));
  else if (options.report !== undefined) writeFileSync(options.report, reportOf(result));
  const warnings = result.findings.filter(({ severity }) => severity === 'warning');
  const errors = result.findings.filter(({ severity }) => severity === 'error');
  if (complain([...errors, ...warnings].map(printFinding)) && errors.length > 0) return 1;

  const wanted = filesOf(result.files, result.manifest);
  const differences = compareFolder(options.out, wanted);
  if (options.check) {
    const differs = complain(
      differences.map(({ file, message }) => `${file}: ${message}; run npm run split`),
    );
    return differs || warnings.length > 0 ? 1 : 0;
  }
  const isProtected = ({ kind }: Difference): boolean => kind === 'edited' || kind === 'foreign';
  const inTheWay = options.force ? [] : differences.filter(isProtected);
  if (complain(inTheWay.map(({ file, message }) => `${file}: ${message}; --force replaces it`)))
    return 1;
  applyDifferences(options.out, wanted, differences);
  if (options.report !== '-') console.log(summary(result, differences));
  return 0;
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

function main(): number {
  let options: Options | 'help';
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
  if (options === 'help') {
    console.log(HELP);
    return 0;
  }
  try {
    return run(options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`split: ${error.message}`);
    return 1;
  }
}

process.exitCode = main();
