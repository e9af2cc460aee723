/** From pages to the report of the code check. */
import type { Block } from './blocks.ts';
import type { Bench, Finding } from './check.ts';
import { judgePages } from './judged-pages.ts';
import type { BlockReport, CodeReport } from './report.ts';

/** One page with all its blocks. */
export interface CodePage {
  readonly blocks: readonly Block[];
  /** Of each block's fence in the scrape; null for a page written by hand. */
  readonly lines: readonly number[] | null;
}

/**
 * Checks all blocks of pages.
 * @param cache a folder for verdicts of unchanged pages; undefined for none
 */
export function makeReport(
  pages: readonly CodePage[],
  bench: Bench,
  cache: string | undefined,
): CodeReport {
  const found = judgePages(
    pages.map(({ blocks }) => blocks),
    bench,
    cache,
  );
  const blocks = pages.flatMap(({ lines }, index) =>
    (found[index] ?? []).map((finding, at) => blockReport(finding, lines?.[at])),
  );
  return {
    versions: bench.versions.map(({ version }) => version),
    blocks: blocks.toSorted(
      (a, b) => Number(a.page > b.page) - Number(a.page < b.page) || a.ordinal - b.ordinal,
    ),
  };
}

function blockReport({ block, form, motia, verdicts }: Finding, line = block.line): BlockReport {
  const { page, route, heading, anchor, ordinal, language, title, sha256 } = block;
  const place = { page, route, heading, anchor, ordinal, language, title, sha256, line };
  return { ...place, form, motia, verdicts };
}
