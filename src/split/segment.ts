/**
 * Dump text → preamble, summary, notes, page entries, duplicates, optional links. Cuts lines, reads
 * nothing inside a page.
 */
import { cutEntryLine, cutPage, type CutOff } from './cut-off.ts';
import { closesFence, FenceReader, openingFence } from './fences.ts';
import { WHOLE_DUMP, type Finding } from './findings.ts';
import type { OptionalLink } from '../model/manifest.ts';

/** One page as it stands in the dump; line numbers are the dump's, from 1. */
export interface Entry {
  /** The link text of the entry line, which is often not the title. */
  name: string;
  /** The path as the dump writes it. */
  path: string;
  /** Normalised upstream path: `/docs/concepts/steps`. */
  source: string;
  /** First and last line (entry line to last line that is not blank). */
  lines: [number, number];
  /** The lines after the entry line. */
  text: string[];
  /** Is it the last thing in the dump: no, with its last line, or with blank lines after it? */
  endsDump: 'no' | 'at-once' | 'after-blanks';
}

/** A dump cut into what it is made of. */
export interface SegmentedDump {
  preamble: string;
  summary: string;
  notes: string[];
  entries: Entry[];
  /** Copies that said the same as their page and were dropped. */
  duplicates: Entry[];
  optional: OptionalLink[];
  findings: Finding[];
}

// A name ends at the first `](`: else a line of a thousand of them would be tried from each on.
const LINK = /\[(?<name>(?:(?!\]\().)+)\]\((?<path>.*?)\): /.source;
const ENTRY = new RegExp(`^-\\s+${LINK}Documentation for .*$`);
const DUPLICATE = new RegExp(`^${LINK}[^:]+$`);
const OPTIONAL_LINK = /^-\s+\[(?<title>.+)\]\((?<url>[^()\s]+)\)(?::\s*(?<note>.*))?$/;
const CLOSING_ORDER = /^Now follow these instructions:/;

/** What a path may end in besides its page's name, in any number. */
const ENDINGS = ['.md', '.mdx', '/index', '/'];

/**
 * `/docs/steps/index.md`, `/llm-docs/steps.md`, `\docs\steps.mdx.md` → `/docs/steps`; other paths
 * keep their first segment, for `route.ts` to judge.
 */
export function normaliseSource(path: string): string {
  const clean = path.replaceAll('\\', '/').replace(/^\/llm-docs(?=\/|$)/, '/docs');
  let end = clean.length;
  for (;;) {
    const ending = ENDINGS.find((candidate) => clean.endsWith(candidate, end));
    if (ending === undefined) break;
    end -= ending.length;
  }
  return end === 0 ? '/' : clean.slice(0, end);
}

/** Cuts a dump. Duplicates that differ from their page are findings of severity `error`. */
export function segmentDump(text: string): SegmentedDump {
  const lines = text.split('\n');
  const starts = findStarts(lines);
  const end = optionalStart(lines);
  const findings = [
    ...starts.findings,
    ...(end < lines.length ? [] : cutLine(lines, starts.marks)),
  ];
  const entries = new Map<string, Entry>();
  const duplicates: Entry[] = [];
  starts.marks.forEach((mark, i) => {
    const next = starts.marks[i + 1]?.first ?? end;
    const entry = cutEntry(lines, mark, Math.min(next, end));
    const known = entries.get(entry.source);
    const cut = known || entry.endsDump === 'no' ? undefined : cutPage(entry.text, mark.at + 1);
    if (cut) findings.push(cutOffFinding(entry.source, cut));
    if (!known) entries.set(entry.source, entry);
    else {
      duplicates.push(entry);
      const difference = firstDifference(known, entry);
      if (difference) findings.push(difference);
    }
  });
  if (entries.size === 0) {
    const message =
      'no page entry found, expected lines like "-   [name](/docs/path): Documentation for name."';
    findings.push({ rule: 'no-pages', severity: 'error', page: WHOLE_DUMP, line: 1, message });
  }
  const head = lines.slice(0, starts.marks[0]?.first ?? 0);
  return {
    ...readHead(head),
    entries: [...entries.values()],
    duplicates,
    optional: readOptional(lines.slice(end)),
    findings,
  };
}

/** Where an entry begins: `first` its first line (a duplicate's heading), `at` its link line. */
interface Mark {
  first: number;
  at: number;
  name: string;
  path: string;
}

function findStarts(lines: readonly string[]): { marks: Mark[]; findings: Finding[] } {
  const marks: Mark[] = [];
  const findings: Finding[] = [];
  const fences = new FenceReader();
  // Up to this line an open fence is known to be closed: what looks like entries in it is sample text.
  let closed = 0;
  lines.forEach((line, i) => {
    const mark = markAt(lines, i);
    if (mark && fences.open !== undefined && i >= closed)
      closed = closingLine(lines, fences.open, i);
    if (!mark || (fences.open !== undefined && i < closed)) fences.read(line, i);
    else {
      if (fences.open !== undefined) {
        findings.push(runawayFence(marks.at(-1), (fences.all.at(-1)?.open ?? i) + 1));
        fences.end(i - 1);
      }
      marks.push(mark);
    }
  });
  return { marks, findings };
}

function markAt(lines: readonly string[], i: number): Mark | undefined {
  const line = lines[i] ?? '';
  const entry = ENTRY.exec(line)?.groups;
  if (entry) return { first: i, at: i, name: entry['name'] ?? '', path: entry['path'] ?? '' };
  if (!line.startsWith('[')) return undefined;
  const copy = DUPLICATE.exec(line)?.groups;
  const isHeaded = /^## \S/.test(lines[i - 1] ?? '') && lines[i + 1] === '---';
  if (!copy || !isHeaded) return undefined;
  return { first: i - 1, at: i, name: copy['name'] ?? '', path: copy['path'] ?? '' };
}

/**
 * An entry line inside a fence is sample text, unless the fence was simply never closed: then a
 * line that opens another fence (with a language) comes before the line that would close it, or what
 * seems to close it opens the next page's first fence, and all fences after it are read inside out.
 * Gives the line before which it is code, or 0 for one that runs away.
 */
function closingLine(lines: readonly string[], marker: string, at: number): number {
  if (lines[at + 1] !== '---') return at + 1;
  let close = 0;
  let open: string | undefined = marker;
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const opening = openingFence(line);
    if (open === undefined) {
      if (lines[i + 1] === '---' && markAt(lines, i)) return close;
      open = opening?.marker;
    } else if (closesFence(line, open)) {
      close ||= i;
      open = undefined;
    } else if (opening && opening.info !== '' && opening.marker.length >= open.length) return 0;
  }
  return open === undefined ? close : 0;
}

/** An entry line that the dump ends in. Its page has no name yet. */
function cutLine(lines: readonly string[], marks: readonly Mark[]): Finding[] {
  const headings = marks
    .filter(({ first, at }) => first < at)
    .map(({ first }) => lines[first] ?? '');
  const cut = marks.length === 0 ? undefined : cutEntryLine(lines, new Set(headings));
  return cut ? [cutOffFinding(WHOLE_DUMP, cut)] : [];
}

const cutOffFinding = (page: string, { at, message }: CutOff): Finding => ({
  rule: 'cut-off',
  severity: 'error',
  page,
  line: at,
  message,
});

const runawayFence = (mark: Mark | undefined, line: number): Finding => ({
  rule: 'unclosed-fence',
  severity: 'warning',
  page: mark ? normaliseSource(mark.path) : WHOLE_DUMP,
  line,
  message: 'code fence is never closed; it ends where the next page begins',
});

function cutEntry(lines: readonly string[], mark: Mark, end: number): Entry {
  let last = end;
  while (last > mark.at + 1 && (lines[last - 1] ?? '').trim() === '') last--;
  return {
    name: mark.name.replace(/^(['"])(.*)\1$/, '$2'),
    path: mark.path,
    source: normaliseSource(mark.path),
    lines: [mark.at + 1, last],
    text: lines.slice(mark.at + 1, last),
    endsDump: end < lines.length ? 'no' : lines.length - last > 1 ? 'after-blanks' : 'at-once',
  };
}

function firstDifference(page: Entry, copy: Entry): Finding | undefined {
  const length = Math.max(page.text.length, copy.text.length);
  for (let i = 0; i < length; i++) {
    if ((page.text[i] ?? '').trimEnd() === (copy.text[i] ?? '').trimEnd()) continue;
    const [a, b] = [page.lines[0] + 1 + i, copy.lines[0] + 1 + i];
    return {
      rule: 'duplicate-differs',
      severity: 'error',
      page: page.source,
      line: b,
      message: `duplicate differs from the page: line ${b} has ${quote(copy.text[i])}, line ${a} has ${quote(page.text[i])}`,
    };
  }
  return undefined;
}

const quote = (line: string | undefined): string =>
  line === undefined ? 'nothing' : JSON.stringify(line.slice(0, 80));

/** The line index at which the closing `## Optional` list begins, else the number of lines. */
function optionalStart(lines: readonly string[]): number {
  const at = lines.lastIndexOf('## Optional');
  const isList = (line: string): boolean => line.trim() === '' || OPTIONAL_LINK.test(line);
  return at >= 0 && lines.slice(at + 1).every(isList) ? at : lines.length;
}

function readOptional(lines: readonly string[]): OptionalLink[] {
  return lines.flatMap((line) => {
    const link = OPTIONAL_LINK.exec(line)?.groups;
    return link
      ? [{ title: link['title'] ?? '', url: link['url'] ?? '', note: link['note'] ?? '' }]
      : [];
  });
}

/**
 * What stands before the first page. The preamble loses its closing order ("Now follow these
 * instructions"): that was for whoever built this, not for an assistant that answers questions.
 */
function readHead(lines: readonly string[]): Pick<SegmentedDump, 'preamble' | 'summary' | 'notes'> {
  const title = lines.findIndex((line) => /^# \S/.test(line));
  const before = title < 0 ? [] : lines.slice(0, title);
  const order = before.findIndex((line) => CLOSING_ORDER.test(line));
  const after = lines.slice(title + 1);
  const quoted = after.filter((line) => line.startsWith('>'));
  const notes = after.filter((line) => /^-\s+\S/.test(line));
  return {
    preamble: (order < 0 ? before : before.slice(0, order)).join('\n').trim(),
    summary: quoted
      .map((line) => line.replace(/^>\s?/, ''))
      .join(' ')
      .trim(),
    notes: notes.map((line) => line.replace(/^-\s+/, '').trim()),
  };
}
