/** The docs at one time, as a comparison needs them: upstream's own text beside the pages made of it. */
import type { Root } from 'mdast';
import { parsePage } from '../markdown/index.ts';
import type { Manifest, ManifestPage } from '../model/manifest.ts';
import { decodeDump } from '../split/decode.ts';
import type { Finding } from '../split/findings.ts';
import { splitDump, type SplitResult, type SplitTables } from '../split/index.ts';
import { segmentDump } from '../split/segment.ts';
import { remembered } from './remembered.ts';

/** One page of a snapshot. */
export interface SnapshotPage extends ManifestPage {
  /** Upstream's text as the scrape has it, without blanks at the ends of lines. */
  readonly raw: string;
  readonly mdx: string;
}

/** All pages of a scrape. */
export interface Snapshot {
  readonly manifest: Manifest;
  readonly pages: readonly SnapshotPage[];
  readonly findings: readonly Finding[];
}

/** Splits a scrape. Of a scrape with errors the snapshot has no pages: look at its findings first. */
export function snapshotOf(bytes: Uint8Array, tables: SplitTables): Snapshot {
  return snapshotOfSplit(splitDump(bytes, tables), rawPages(bytes));
}

function snapshotOfSplit(
  { manifest, files, findings }: SplitResult,
  raw: ReadonlyMap<string, string>,
): Snapshot {
  const pages = manifest.pages.flatMap((page): SnapshotPage[] => {
    const mdx = files.get(page.file);
    return mdx === undefined ? [] : [{ ...page, mdx, raw: raw.get(page.source) ?? mdx }];
  });
  return { manifest, pages, findings };
}

/** Upstream's text of each page by its source; empty for a file that is no text. */
function rawPages(bytes: Uint8Array): Map<string, string> {
  try {
    return new Map(
      segmentDump(decodeDump(bytes).text).entries.map(({ source, text }) => [
        source,
        text
          .map((line) => line.trimEnd())
          .join('\n')
          .trimEnd(),
      ]),
    );
  } catch {
    return new Map();
  }
}

/** The tree of a page with the anchors of its headings; parsed once. */
export const treeOf: (page: SnapshotPage) => Root = remembered(({ mdx, file }: SnapshotPage) =>
  parsePage(mdx, file),
);
