/** A scrape in which pages that can't be read have their last good text, or are left out. */
import type { KeptPage } from '../model/kept.ts';
import { decodeDump } from '../split/decode.ts';
import type { Finding } from '../split/findings.ts';
import { segmentDump, type Entry } from '../split/segment.ts';

/** The scrape that is split in place of the one that came. */
export interface Mended {
  readonly bytes: Uint8Array;
  /** What is wrong with each page, by its source, and whether the scrape before had it. */
  readonly broken: ReadonlyMap<string, { readonly reason: string; readonly wasThere: boolean }>;
}

/**
 * Takes each page with an error from the scrape before. Its copies go: they would differ from it.
 * @returns undefined where an error is of no page, but of the scrape as a whole
 */
export function keepBroken(
  fresh: Uint8Array,
  former: Uint8Array,
  findings: readonly Finding[],
): Mended | undefined {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.some(({ rule }) => rule === 'bad-bytes')) return undefined;
  const text = decodeDump(fresh).text;
  const lines = text.split('\n');
  const { entries, duplicates } = segmentDump(text);
  const owners = errors.map(({ line, message }) => ({
    message,
    entry: [...entries, ...duplicates].find((entry) => holds(entry, line)),
  }));
  const good = pagesOf(former);
  const broken = new Map<string, { reason: string; wasThere: boolean }>();
  for (const { entry, message } of owners) {
    if (!entry) return undefined;
    const { source } = entry;
    if (!broken.has(source)) broken.set(source, { reason: message, wasThere: good.has(source) });
  }
  const cuts = [
    ...entries.map((entry) => ({
      entry,
      first: entry.lines[0],
      put: good.get(entry.source) ?? [],
    })),
    // The heading of a copy stands above it.
    ...duplicates.map((entry) => ({ entry, first: entry.lines[0] - 1, put: [] })),
  ]
    .filter(({ entry }) => broken.has(entry.source))
    .toSorted((a, b) => b.first - a.first);
  for (const { entry, first, put } of cuts) {
    lines.splice(first - 1, entry.lines[1] - first + 1, ...put);
  }
  return { bytes: Buffer.from(lines.join('\n')), broken };
}

const holds = ({ lines: [first, last] }: Entry, line: number): boolean =>
  first <= line && line <= last;

/** The lines of each page with its entry line. */
function pagesOf(scrape: Uint8Array): Map<string, string[]> {
  const { text } = decodeDump(scrape);
  const lines = text.split('\n');
  return new Map(
    segmentDump(text).entries.map(({ source, lines: [first, last] }) => [
      source,
      lines.slice(first - 1, last),
    ]),
  );
}

/**
 * The table of kept pages after a refresh.
 * @param days the last day of the scrape before, and of the one that came
 */
export function keptBy(
  { broken }: Pick<Mended, 'broken'>,
  before: readonly KeptPage[],
  days: { readonly former: string; readonly fresh: string },
): KeptPage[] {
  return [...broken].map(([source, { reason, wasThere }]) => {
    const textOf = before.find((page) => page.source === source)?.textOf ?? days.former;
    return { source, reason, textOf: wasThere ? textOf : null, brokenIn: days.fresh };
  });
}
