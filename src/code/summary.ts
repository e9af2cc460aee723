/** The report for a person at a terminal. */
import { VERDICTS, type BlockReport, type CodeReport } from './report.ts';

/** A table by page and a total: of each version how many blocks have which verdict. */
export function reportTable({ versions, blocks }: CodeReport): string {
  const pages = [...Map.groupBy(blocks, ({ page }) => page)];
  const width = Math.max(...pages.map(([page]) => page.length), 'total'.length);
  const row = (name: string, cells: readonly string[]): string =>
    [name.padEnd(width), ...cells.map((cell) => cell.padStart(22))].join('  ').trimEnd();
  return [
    row(
      '',
      versions.map((version) => `motia ${version}`),
    ),
    row(
      '',
      versions.map(() => VERDICTS.join('/')),
    ),
    ...pages.map(([page, own]) =>
      row(
        page,
        versions.map((version) => counts(own, version)),
      ),
    ),
    row(
      'total',
      versions.map((version) => counts(blocks, version)),
    ),
  ].join('\n');
}

function counts(blocks: readonly BlockReport[], version: string): string {
  const of = Map.groupBy(blocks, (block) => verdictsOf(block)[version]?.verdict);
  return VERDICTS.map((verdict) => of.get(verdict)?.length ?? 0).join('/');
}

/** With its fixes, where it has some. */
function verdictsOf({ verdicts, mended }: BlockReport): BlockReport['verdicts'] {
  return mended?.verdicts ?? verdicts;
}

/** The blocks of which two reports say different things: `concepts/steps.mdx block 4 (line 2402)`. */
export function staleBlocks(committed: CodeReport, fresh: CodeReport): string[] {
  const before = byPlace(committed);
  const now = byPlace(fresh);
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((place) => {
    const [old, block] = [before.get(place), now.get(place)];
    if (JSON.stringify(old) === JSON.stringify(block)) return [];
    const { line } = block ?? old ?? { line: 0 };
    const what = old && block ? 'changed' : old ? 'is gone' : 'is new';
    return [`${place} (line ${line}) ${what}`];
  });
}

function byPlace({ blocks }: CodeReport): Map<string, BlockReport> {
  return new Map(blocks.map((block) => [`${block.page} block ${block.ordinal}`, block]));
}
