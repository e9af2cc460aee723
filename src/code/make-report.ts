/** From pages to the report of the code check. */
import { sha256, type Block, type InlineCode } from './blocks.ts';
import type { Bench, Finding } from './check.ts';
import type { Fixes } from './fixes.ts';
import { judgePages } from './judged-pages.ts';
import { mendBlock, type MendedBlock } from './mend.ts';
import type { BlockReport, CodeReport } from './report.ts';

/** One page with all its blocks. */
export interface CodePage {
  readonly blocks: readonly Block[];
  readonly inline: readonly InlineCode[];
  /** Of each block's fence in the scrape; null for a page written by hand. */
  readonly lines: readonly number[] | null;
}

/**
 * Checks all blocks of pages, as upstream has them and with the fixes that apply.
 * @param cache a folder for verdicts of unchanged pages; undefined for none
 */
export function makeReport(
  pages: readonly Omit<CodePage, 'inline'>[],
  fixes: Fixes,
  bench: Bench,
  cache: string | undefined,
): CodeReport {
  const mends = pages.map(({ blocks }) => blocks.map((block) => mendBlock(block, fixes)));
  const mendedPages = pages.flatMap(({ blocks }, page) =>
    mends[page]?.some(isMended)
      ? [blocks.map((block, at) => withCode(block, mends[page]?.[at]?.code ?? block.code))]
      : [],
  );
  const upstream = pages.map(({ blocks }) => blocks);
  const found = judgePages([...upstream, ...mendedPages], bench, cache);
  const afterwards = new Map(
    found.slice(pages.length).flatMap((page) => page.map((it) => [placeOf(it.block), it] as const)),
  );
  const blocks = pages.flatMap(({ lines }, page) =>
    (found[page] ?? []).map((finding, at) => {
      const mend = mends[page]?.[at];
      const mended = mend && isMended(mend) ? afterwards.get(placeOf(finding.block)) : undefined;
      return {
        ...blockReport(finding, lines?.[at]),
        ...(mend && mended
          ? { mended: { fixes: mend.changes.map(({ id }) => id), verdicts: mended.verdicts } }
          : {}),
      };
    }),
  );
  return {
    versions: bench.versions.map(({ version }) => version),
    blocks: blocks.toSorted(
      (a, b) => Number(a.page > b.page) - Number(a.page < b.page) || a.ordinal - b.ordinal,
    ),
  };
}

const isMended = ({ changes }: MendedBlock): boolean => changes.length > 0;

const placeOf = ({ page, ordinal }: Block): string => `${page} ${ordinal}`;

function withCode(block: Block, code: string): Block {
  return code === block.code ? block : { ...block, code, sha256: sha256(code) };
}

function blockReport({ block, form, motia, verdicts }: Finding, line = block.line): BlockReport {
  const { page, route, heading, anchor, ordinal, language, title } = block;
  const place = {
    page,
    route,
    heading,
    anchor,
    ordinal,
    language,
    title,
    sha256: block.sha256,
    line,
  };
  return { ...place, form, motia, verdicts };
}
