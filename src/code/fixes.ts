/**
 * Reviewed rewrites of upstream's code, `content/_source/fixes.yaml`: what makes a sample true for a
 * published Motia. Pure text, no compiler: the build applies them, the code check proves them.
 */
import { z } from 'zod';
import { readTable } from '../model/yaml-table.ts';

const COMMON = {
  id: z.string().regex(/^[a-z\d-]+$/, 'expected lower case, digits and hyphens'),
  /** The id of the editor's note (`notes.yaml`) that tells more, where one does. */
  note: z.string().optional(),
  /** What changed, in one line that readers see. */
  why: z.string(),
  /** The version that brought the change, or the earliest one of npm that has it. */
  since: z.string(),
  /** What shows it: the package's own types, a commit or a changelog. */
  evidence: z.string(),
};

const PATTERN = z.strictObject({
  ...COMMON,
  /** As `languageOfFence` knows them. */
  languages: z.array(z.enum(['typescript', 'javascript', 'python'])),
  /** A regular expression; every match in a block is replaced. */
  find: z.string().refine(isPattern, 'expected a regular expression'),
  replace: z.string(),
});

const EDIT = z.strictObject({
  /** A text that stands in the block exactly once. */
  find: z.string(),
  replace: z.string(),
});

const PLACE = {
  /** MDX file relative to the content folder. */
  page: z.string(),
  /** Of the block on its page, from 1. */
  ordinal: z.number().int().positive(),
  /** The beginning of the sha256 of upstream's code, 8 digits or more: another text is another sample. */
  sha256: z.string().regex(/^[\da-f]{8,64}$/),
};

const ONE_BLOCK = z.strictObject({ ...COMMON, ...PLACE, edits: z.array(EDIT).min(1) });

const TABLE = z.strictObject({
  /** The versions in which every mended sample is proved to check. */
  proved: z.array(z.string()).min(1),
  patterns: z.array(PATTERN),
  blocks: z.array(ONE_BLOCK),
  /** Samples that no small change makes true, and why. */
  unfixable: z.array(z.strictObject({ ...PLACE, note: z.string().optional(), why: z.string() })),
});

/** The whole table. */
export type Fixes = z.infer<typeof TABLE>;
/** One rewrite of either kind. */
export type Fix = Fixes['patterns'][number] | Fixes['blocks'][number];

/**
 * Reads `fixes.yaml`.
 * @throws Error naming the file and each field that is not as it should be, or an id that two have
 */
export function readFixes(yaml: string): Fixes {
  const fixes = readTable('fixes.yaml', yaml, TABLE);
  const ids = [...fixes.patterns, ...fixes.blocks].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`fixes.yaml: two fixes are called ${twice}`);
  return fixes;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'gm') instanceof RegExp;
  } catch {
    return false;
  }
}
