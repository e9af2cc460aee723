/** What the split has to say about its input: one typed value, printed by the command line. */

/** `error` stops the run; `warning` fails `--check`; `info` is for the report. */
export type Severity = 'error' | 'warning' | 'info';

/** One remark: which rule, which page (route without slashes, or `(dump)`), which line of the dump. */
export interface Finding {
  rule: string;
  severity: Severity;
  page: string;
  line: number;
  message: string;
}

/** The page name for findings about the dump as a whole. */
export const WHOLE_DUMP = '(dump)';

/** Collects the findings of one page, so that a transform need not know where it works. */
export class PageFindings {
  readonly all: Finding[] = [];
  private readonly page: string;
  private readonly lineOffset: number;

  /** @param lineOffset lines of the dump before the first line of the page's body. */
  constructor(page: string, lineOffset: number) {
    this.page = page;
    this.lineOffset = lineOffset;
  }

  /** Adds a finding; `line` counts from the first line of the page's body. */
  add(rule: string, severity: Severity, line: number, message: string): void {
    this.all.push({ rule, severity, page: this.page, line: this.lineInDump(line), message });
  }

  /** The line of the dump that is this line of the page's body. */
  lineInDump(line: number): number {
    return this.lineOffset + line;
  }
}

/** `guides/streams (dump line 8149): <Tabs> is never closed` */
export function printFinding(finding: Finding): string {
  return `${finding.page} (dump line ${finding.line}): ${finding.message}`;
}

/** Finding order: by line, then rule, so that a report is the same on every run and machine. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => a.line - b.line || Number(a.rule > b.rule) - Number(a.rule < b.rule),
  );
}
