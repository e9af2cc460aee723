/** Reads what the code check knows of a content folder: its report, and the reviewed fixes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFixes, type Fixes } from '../code/fixes.ts';
import { parseNames, type NameLedger } from '../code/names.ts';
import { parseReport, type CodeReport } from '../code/report.ts';

/** What is known of the code of all pages. */
export interface CodeFacts {
  readonly report: CodeReport;
  readonly fixes: Fixes;
}

/**
 * The report and the fixes of a content folder (relative to the working directory).
 * @throws Error that names the file and the way out when one can't be read
 */
export function readCode(folder = 'content'): CodeFacts {
  return {
    report: parseReport(readFileSync(join(folder, 'code-report.json'), 'utf8')),
    fixes: readFixesOf(folder),
  };
}

/**
 * The reviewed fixes of a content folder.
 * @throws Error that names file and field when one is not as it should be
 */
export function readFixesOf(folder = 'content'): Fixes {
  return readFixes(readFileSync(join(folder, '_source/fixes.yaml'), 'utf8'));
}

/**
 * The ledger of names of a content folder.
 * @throws Error that names the way out when it can't be read
 */
export function readNames(folder = 'content'): NameLedger {
  return parseNames(readFileSync(join(folder, 'names.json'), 'utf8'));
}
