/** A whole refresh as one value: what it found, and what it would write. */
import type { KeptPage } from '../model/kept.ts';
import type { Moved } from '../model/moved.ts';
import { filesOf } from '../split/write.ts';
import { compare } from './compare.ts';
import { planPages } from './plan.ts';
import { changelogEntry } from './changelog.ts';
import { reportOf, type Report, type Reported } from './report.ts';
import type { NewScrape } from './read-scrape.ts';
import { FILES } from './read-split-tables.ts';
import { withDate } from './scrape-day.ts';
import type { Snapshot } from './snapshot.ts';
import { staleEntries, type Tables } from './stale.ts';
import { movedBy } from './whither.ts';
import { sha256 } from '../split/sha256.ts';

/** What a refresh starts from. */
export interface Here {
  readonly before: Snapshot;
  /** Every page on disk. */
  readonly disk: ReadonlyMap<string, string>;
  readonly moved: Moved;
  readonly tables: Tables;
  /** The text of `sections.yaml`. */
  readonly sections: string;
  /** Files of `changelog/` that are there. */
  readonly changelog: ReadonlySet<string>;
  /** Pages that keep an older text, since the scrape that came has them broken. */
  readonly kept: readonly KeptPage[];
}

/** What comes of it. */
export interface Refresh extends Reported {
  readonly report: Report;
  /** File below the content folder → what it holds, or null for one that goes. */
  readonly writes: ReadonlyMap<string, string | Uint8Array | null>;
}

/** Works out a refresh to a scrape that split without errors. */
export function refreshTo(scrape: NewScrape, after: Snapshot, here: Here): Refresh {
  const comparison = compare(here.before, after);
  const { writes, conflicts, merged } = planPages(here.before, after, comparison, here.disk);
  const moved = movedBy(comparison, here.moved, after, scrape.date.latest);
  const manifest = filesOf(new Map(), after.manifest).get(FILES.manifest) ?? '';
  const files: [string, string | Uint8Array | null][] = [
    ...writes,
    [FILES.manifest, manifest],
    [FILES.scrape, scrape.bytes],
    [FILES.sections, withDate(here.sections, scrape.date)],
    [
      FILES.fetched,
      scrape.fetched ? jsonOf({ ...scrape.fetched, sha256: sha256(scrape.bytes) }) : null,
    ],
  ];
  files.push([FILES.kept, here.kept.length > 0 ? jsonOf(here.kept) : null]);
  const reported = {
    before: here.before,
    after,
    comparison,
    conflicts,
    merged,
    kept: here.kept,
    stale: staleEntries(here.before, after, here.tables),
  };
  const report = reportOf(reported);
  if (hasNews(report)) {
    const { latest } = scrape.date;
    files.push([freeName(latest, here.changelog), changelogEntry(report, after, latest)]);
  }
  if (moved.pages.length + moved.sections.length > 0) files.push([FILES.moved, jsonOf(moved)]);
  return { ...reported, report, writes: new Map(files) };
}

/** Is there anything that readers would want to know? */
const hasNews = ({ added, removed, moved, changed }: Report): boolean =>
  added.length + removed.length + moved.length + changed.length > 0;

/** The name of an entry; a second one of a day does not take the place of the first. */
function freeName(day: string, taken: ReadonlySet<string>): string {
  const names = ['', '-2', '-3', '-4', '-5'].map((more) => `changelog/${day}${more}.md`);
  return names.find((name) => !taken.has(name)) ?? `changelog/${day}-${taken.size}.md`;
}

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
