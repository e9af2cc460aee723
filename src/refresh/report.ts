/** What a refresh says: as JSON for machines, in ten lines, and at length. */
import { createTwoFilesPatch } from 'diff';
import { printFinding, type Finding } from '../split/findings.ts';
import type { KeptPage } from '../model/kept.ts';
import type { CodeChange, Comparison, PageChange } from './compare.ts';
import { isDeadLink, linkChanges, type DeadLink } from './links.ts';
import type { Conflict } from './plan.ts';
import type { PageSection, Sample } from './sections.ts';
import type { Snapshot, SnapshotPage } from './snapshot.ts';

/** All that a report is made from. */
export interface Reported {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly comparison: Comparison;
  readonly conflicts: readonly Conflict[];
  readonly merged: readonly string[];
  readonly kept: readonly KeptPage[];
  readonly stale: readonly Finding[];
}

/** A page in the report. */
export interface PageLine {
  readonly source: string;
  readonly route: string;
  readonly title: string;
}

/** What happened to a page that is there before and after; sections by their headings. */
export interface ChangeLine {
  readonly sections: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly string[];
    readonly moved: readonly { readonly heading: string; readonly to: string }[];
    readonly renamed: readonly { readonly from: string; readonly to: string }[];
  };
  readonly code: { readonly added: number; readonly removed: number; readonly changed: number };
}

/** The report as JSON. */
export interface Report {
  readonly added: readonly PageLine[];
  readonly removed: readonly PageLine[];
  readonly moved: readonly ({
    readonly from: string;
    readonly to: string;
    readonly fromRoute: string;
    readonly route: string;
    readonly title: string;
  } & ChangeLine)[];
  /** Pages with another title at the same path. */
  readonly renamed: readonly { source: string; route: string; from: string; to: string }[];
  readonly changed: readonly ({ readonly source: string; readonly route: string } & ChangeLine)[];
  readonly links: { readonly died: readonly DeadLink[]; readonly mended: readonly DeadLink[] };
  readonly conflicts: readonly Omit<Conflict, 'diff'>[];
  /** Pages whose edits by hand went into the new text. */
  readonly merged: readonly string[];
  /** Pages that can't be read as they are now: they keep the text of an older scrape, or are left out. */
  readonly kept: readonly KeptPage[];
  /** What the split says that it did not say before, and entries of tables that match no more. */
  readonly findings: readonly Finding[];
}

/** Makes the report. */
export function reportOf({
  before,
  after,
  comparison,
  conflicts,
  merged,
  kept,
  stale,
}: Reported): Report {
  const { added, removed, moved, changed } = comparison;
  return {
    added: added.map(pageLine),
    removed: removed.map(pageLine),
    moved: moved.map((change) => ({
      from: change.before.source,
      to: change.after.source,
      fromRoute: change.before.route,
      route: change.after.route,
      title: change.after.title,
      ...changeLine(change, comparison),
    })),
    renamed: [...changed, ...moved]
      .filter((change) => change.before.title !== change.after.title)
      .map(({ before: { title: from }, after: { source, route, title: to } }) => ({
        source,
        route,
        from,
        to,
      })),
    changed: changed.map((change) => ({
      source: change.after.source,
      route: change.after.route,
      ...changeLine(change, comparison),
    })),
    links: linkChanges(before, after),
    conflicts: conflicts.map(({ file, reason, beside }) => ({ file, reason, beside })),
    merged,
    kept,
    findings: [...newFindings(before, after), ...stale],
  };
}

const pageLine = ({ source, route, title }: SnapshotPage): PageLine => ({ source, route, title });

function changeLine(change: PageChange, { elsewhere }: Comparison): ChangeLine {
  const left = elsewhere.get(change.before) ?? [];
  const { title } = change.after;
  const named = ({ heading }: PageSection): string => heading || title;
  return {
    sections: {
      added: change.added.map(named),
      removed: change.removed
        .filter((section) => !left.some((one) => one.before === section))
        .map(named),
      changed: change.reworded.map(({ after }) => named(after)),
      moved: [
        ...change.reordered.map(({ after }) => ({
          heading: named(after),
          to: `${change.after.route}#${after.anchor}`,
        })),
        ...left.map((one) => ({
          heading: named(one.before),
          to: `${one.page.route}#${one.after.anchor}`,
        })),
      ],
      renamed: change.renamed.map((one) => ({ from: named(one.before), to: named(one.after) })),
    },
    code: {
      added: change.code.added.length,
      removed: change.code.removed.length,
      changed: change.code.changed.length,
    },
  };
}

/** Findings without their lines, which change whenever something is written above. */
function newFindings(before: Snapshot, after: Snapshot): Finding[] {
  const keyOf = ({ rule, page, message }: Finding) => [rule, page, message].join(' ');
  const known = new Set(before.findings.map(keyOf));
  return after.findings.filter((finding) => !isDeadLink(finding) && !known.has(keyOf(finding)));
}

/** The report in about ten lines: how many of each, and the first few by name. */
export function shortReport(report: Report): string {
  const { added, removed, moved, renamed, changed, links, conflicts, merged, kept, findings } =
    report;
  const sections = { added: 0, removed: 0, changed: 0, moved: 0, renamed: 0 };
  const code = { added: 0, removed: 0, changed: 0 };
  for (const change of [...changed, ...moved]) {
    for (const key of Object.keys(sections) as (keyof typeof sections)[]) {
      sections[key] += change.sections[key].length;
    }
    for (const key of Object.keys(code) as (keyof typeof code)[]) code[key] += change.code[key];
  }
  const stale = findings.filter(({ rule }) => rule === 'stale-entry');
  const others = findings.filter(({ rule }) => rule !== 'stale-entry');
  return [
    line(
      'added',
      added.map(({ source }) => source),
    ),
    line(
      'removed',
      removed.map(({ source }) => source),
    ),
    line(
      'moved',
      moved.map(({ from, to }) => `${from} → ${to}`),
    ),
    line(
      'renamed',
      renamed.map(({ from, to }) => `${from} → ${to}`),
    ),
    line(
      'changed',
      changed.map(({ source }) => source),
    ),
    tally('sections', sections),
    tally('code', code),
    line('links', [
      ...links.died.map(({ source, link }) => `${link} died on ${source}`),
      ...links.mended.map(({ source, link }) => `${link} mended on ${source}`),
    ]),
    line('edits', [
      ...conflicts.map(({ file, reason }) => `${file}: ${reason}`),
      ...merged.map((file) => `${file} merged`),
    ]),
    line('kept', kept.map(keptLine)),
    countBy('findings', others, ({ rule }) => rule),
    countBy('stale', stale, ({ page }) => page),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

const WIDTH = 10;
const MOST_NAMES = 3;

function line(label: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > MOST_NAMES ? `, and ${names.length - MOST_NAMES} more` : '';
  return `${label.padEnd(WIDTH)}${String(names.length).padStart(3)}  ${names.slice(0, MOST_NAMES).join(', ')}${more}`;
}

function tally(label: string, counts: Readonly<Record<string, number>>): string {
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  const total = told.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return '';
  const words = told.map(([name, count]) => `${count} ${name}`).join(', ');
  return `${label.padEnd(WIDTH)}${String(total).padStart(3)}  ${words}`;
}

function countBy(
  label: string,
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): string {
  const counts = [...Map.groupBy(findings, keyOf)].map(([key, group]) => [key, group.length]);
  return tally(label, Object.fromEntries(counts) as Record<string, number>);
}

/** The whole report, for who wants to know each thing. */
export function longReport(report: Report): string {
  // What belongs to the line above it is indented, and not counted.
  const list = (title: string, lines: readonly string[]): string[] => {
    const count = lines.filter((text) => !text.startsWith(' ')).length;
    return count === 0 ? [] : [`${title} (${count})`, ...lines.map((text) => `  ${text}`), ''];
  };
  const { added, removed, moved, renamed, changed, links, conflicts, merged, kept, findings } =
    report;
  return [
    ...list(
      'Added',
      added.map(({ source, title }) => `${source}  ${title}`),
    ),
    ...list(
      'Removed',
      removed.map(({ source, title }) => `${source}  ${title}`),
    ),
    ...list(
      'Moved',
      moved.flatMap(({ from, to, ...change }) => [`${from} → ${to}`, ...sectionLines(change)]),
    ),
    ...list(
      'Renamed',
      renamed.map(({ source, from, to }) => `${source}: ${from} → ${to}`),
    ),
    ...list(
      'Changed',
      changed.flatMap(({ source, ...change }) => [source, ...sectionLines(change)]),
    ),
    ...list(
      'Links that died',
      links.died.map(({ source, link }) => `${source}: ${link}`),
    ),
    ...list(
      'Links that were mended',
      links.mended.map(({ source, link }) => `${source}: ${link}`),
    ),
    ...list(
      'Conflicts',
      conflicts.map(
        ({ file, reason, beside }) =>
          `content/${file}: ${reason}${beside === null ? '' : `; upstream’s text is in content/${beside}`}`,
      ),
    ),
    ...list(
      'Edits by hand, merged',
      merged.map((file) => `content/${file}`),
    ),
    ...list('Kept, since they can’t be read', kept.map(keptLine)),
    ...list(
      'Findings',
      findings.map((finding) =>
        finding.line === 0 ? `${finding.page}: ${finding.message}` : printFinding(finding),
      ),
    ),
  ]
    .join('\n')
    .trimEnd();
}

function sectionLines({ sections, code }: ChangeLine): string[] {
  const { added, removed, changed, moved, renamed } = sections;
  return [
    ...added.map((heading) => `  + ${heading}`),
    ...removed.map((heading) => `  - ${heading}`),
    ...renamed.map(({ from, to }) => `  ~ ${from} → ${to}`),
    ...moved.map(({ heading, to }) => `  > ${heading} → ${to}`),
    ...changed.map((heading) => `  * ${heading}`),
    ...(code.added + code.removed + code.changed > 0
      ? [`  code: ${code.added} added, ${code.removed} removed, ${code.changed} changed`]
      : []),
  ];
}

const keptLine = ({ source, reason, textOf }: KeptPage): string =>
  `${source} ${textOf === null ? 'is left out' : `as of ${textOf}`}: ${reason}`;

/** Unified diffs: of each page’s text and of each code block that changed, then of the conflicts. */
export function diffsOf({ comparison, conflicts }: Reported): string {
  const { changed, moved } = comparison;
  return [
    ...[...changed, ...moved].flatMap(({ before, after, code }) => [
      createTwoFilesPatch(before.source, after.source, before.raw, after.raw),
      ...codeDiffs(after.source, code),
    ]),
    ...conflicts.map(({ diff }) => diff),
  ]
    .filter((diff) => diff !== '')
    .join('\n');
}

function codeDiffs(source: string, { changed }: CodeChange): string[] {
  const nameOf = ({ title, language }: Sample) => `${source} ${title ?? language}`.trim();
  return changed.map(({ before, after }) =>
    createTwoFilesPatch(nameOf(before), nameOf(after), `${before.code}\n`, `${after.code}\n`),
  );
}
