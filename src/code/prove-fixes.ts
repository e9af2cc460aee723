/** Holds the fixes to what they claim: the mended sample checks, and nothing wrong is without a word. */
import { languageOfFence } from '../model/languages.ts';
import type { Block } from './blocks.ts';
import type { Fixes } from './fixes.ts';
import { isOf } from './mend.ts';
import type { BlockReport, CodeReport, Judgement } from './report.ts';

/**
 * What does not hold, one line each: a fix that applies nowhere, a mended sample that still differs in
 * a proved version, a sample in a language of steps that differs and has neither fix nor note, a note
 * for a sample that checks.
 * @param blocks of all pages, as upstream has them
 */
export function unprovedFixes(
  fixes: Fixes,
  report: CodeReport,
  blocks: readonly Block[],
): string[] {
  const applied = new Set(report.blocks.flatMap(({ mended }) => mended?.fixes ?? []));
  const idle = [...fixes.patterns, ...fixes.blocks].filter(({ id }) => !applied.has(id));
  const code = new Map(blocks.map((block) => [placeOf(block), block]));
  const hopeless = new Set(
    fixes.unfixable.flatMap((note) => {
      const block = code.get(placeOf(note));
      return block && isOf(note, block) ? [placeOf(note)] : [];
    }),
  );
  return [
    ...idle.map(
      (fix) =>
        `fixes.yaml: ${fix.id} no longer applies${'page' in fix ? ` to ${nameOf(fix)}` : ' to any block'}`,
    ),
    ...fixes.unfixable
      .filter((note) => !hopeless.has(placeOf(note)))
      .map(
        (note) =>
          `fixes.yaml: the note on ${nameOf(note)} is of another text: read the sample again`,
      ),
    ...report.blocks.flatMap((block) =>
      fixes.proved.flatMap((version) => faultsOf(block, version, hopeless.has(placeOf(block)))),
    ),
  ];
}

function faultsOf(block: BlockReport, version: string, isHopeless: boolean): string[] {
  const judgement = (block.mended?.verdicts ?? block.verdicts)[version];
  const place = `${nameOf(block)} (line ${block.line})`;
  if (!judgement) return [`${place} has no verdict for motia ${version}`];
  const isGood = judgement.verdict === 'checks' || judgement.verdict === 'fragment';
  if (isGood) {
    return isHopeless
      ? [`fixes.yaml: the note on ${place} is not needed: it checks in motia ${version}`]
      : [];
  }
  if (isHopeless) return [];
  if (block.mended) {
    return [
      `fixes.yaml: ${block.mended.fixes.join(', ')}: ${place} still ${said(judgement)} in motia ${version}`,
    ];
  }
  return languageOfFence(block.language)
    ? [
        `${place} ${said(judgement)} in motia ${version}, and fixes.yaml has neither a fix nor a note for it`,
      ]
    : [];
}

function said({ verdict, reasons: [first] }: Judgement): string {
  return first ? `${verdict}, its line ${first.line}: ${first.code} ${first.message}` : verdict;
}

const placeOf = ({ page, ordinal }: { page: string; ordinal: number }): string =>
  `${page} ${ordinal}`;

const nameOf = ({ page, ordinal }: { page: string; ordinal: number }): string =>
  `${page} block ${ordinal}`;
