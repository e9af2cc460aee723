/**
 * The report of the code check, `content/code-report.json`: what each fenced block of the docs is
 * worth in each version of Motia. Made by `npm run check:code`, read by the site and the exports;
 * nothing here knows a compiler.
 */
import { z } from 'zod';

/**
 * `checks`: proved right; `fragment`: parses, and there is nothing of Motia's to prove; `differs`: not
 * as the version has it; `broken`: does not parse.
 */
export const VERDICTS = ['checks', 'fragment', 'differs', 'broken'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What kind of fault a reason is. */
export const CLASSES = [
  /** A trigger, helper or matcher that is called `http` now. */
  'renamed-trigger',
  /** A name that the package does not export. */
  'gone-name',
  /** An entry point (`motia/test`) that the package does not have. */
  'gone-entry',
  /** A field that the type does not have. */
  'gone-field',
  /** A command, flag or argument that the CLI does not know. */
  'gone-command',
  /** Something that a handler's context or request does not have. */
  'wrong-context',
  /** Data of which the sample never says what it is. */
  'untyped',
  /** A name that the sample neither declares nor imports. */
  'missing-name',
  'syntax',
  /** Any other mismatch of types. */
  'type',
  /** Nothing wrong: why a block could not be checked further. */
  'note',
] as const;
export type ReasonClass = (typeof CLASSES)[number];

const REASON = z.strictObject({
  class: z.enum(CLASSES),
  /** The compiler's (`TS2322`), or a word of ours (`cli`, `python`). */
  code: z.string(),
  message: z.string(),
  /** In the block, from 1. */
  line: z.number(),
});
/** Why a verdict is what it is. */
export type Reason = z.infer<typeof REASON>;

const JUDGEMENT = z.strictObject({ verdict: z.enum(VERDICTS), reasons: z.array(REASON) });
/** One verdict with its reasons. */
export type Judgement = z.infer<typeof JUDGEMENT>;

/** By version, in the order of the report's `versions`. */
const JUDGEMENTS = z.record(z.string(), JUDGEMENT);

const BLOCK = z.strictObject({
  /** MDX file relative to the content folder. */
  page: z.string(),
  route: z.string(),
  heading: z.string(),
  anchor: z.string(),
  /** Its place among the page's fenced blocks, from 1. */
  ordinal: z.number(),
  language: z.string(),
  title: z.string().nullable(),
  sha256: z.string(),
  /** Of its first line of code in the scrape; in the MDX file for a page written by hand. */
  line: z.number(),
  /** What was found to be in it: `whole`, or which kind of piece. */
  form: z.string(),
  /** True when Motia's API is in it: an import, a step's config or handler, a command. */
  motia: z.boolean(),
  /** Of the text as upstream has it. */
  verdicts: JUDGEMENTS,
  /** The fixes that apply to it, and what it is worth with them; absent when none does. */
  mended: z.strictObject({ fixes: z.array(z.string()), verdicts: JUDGEMENTS }).optional(),
});
/** One block of the report. */
export type BlockReport = z.infer<typeof BLOCK>;

const REPORT = z.strictObject({ versions: z.array(z.string()), blocks: z.array(BLOCK) });
/** The whole report: blocks sorted by page and ordinal. */
export type CodeReport = z.infer<typeof REPORT>;

/**
 * Reads a report.
 * @throws Error with the way out when it is none
 */
export function parseReport(json: string): CodeReport {
  try {
    return REPORT.parse(JSON.parse(json));
  } catch (error) {
    throw new Error('code-report.json is no report of this version: run "npm run check:code"', {
      cause: error,
    });
  }
}

/** The report as text: one block a line, so that a change of one block is one line of a diff. */
export function printReport({ versions, blocks }: CodeReport): string {
  const lines = blocks.map((block) => JSON.stringify(block));
  return `{"versions":${JSON.stringify(versions)},"blocks":[\n${lines.join(',\n')}\n]}\n`;
}

/** The report's blocks of one page, by their ordinals. */
export function blocksOfPage(report: CodeReport, page: string): Map<number, BlockReport> {
  return new Map(
    report.blocks.filter((block) => block.page === page).map((block) => [block.ordinal, block]),
  );
}
