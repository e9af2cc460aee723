/** The editor's notes, `content/_source/notes.yaml`: what the pages say wrong, and what holds. */
import { z } from 'zod';
import { readTable } from '../model/yaml-table.ts';

const PLACE = z.strictObject({
  /** Route of the page: `/concepts/steps/`. */
  page: z.string(),
  /** The words of the nearest heading above the claim; `''` for what stands before the first one. */
  heading: z.string(),
  /** A piece of one line of the page's MDX, as it is written there. */
  claim: z.string().regex(/^.+$/, 'expected a piece of one line'),
});
/** One place that says what a note is about. */
export type Place = z.infer<typeof PLACE>;

const VERSIONS = z.array(z.string()).min(1);
const SAID = { says: z.string().optional(), lacks: z.string().optional() };
const isSaidOrLacking = ({
  says,
  lacks,
}: {
  says?: string | undefined;
  lacks?: string | undefined;
}) => (says === undefined) !== (lacks === undefined);
const EITHER = 'expected either says or lacks';

/** What shows that a sentence is right, in the tables of this folder. */
export const PROOF = z.union([
  /** The code type-checks. */
  z.strictObject({ types: z.strictObject({ versions: VERSIONS, checks: z.string() }) }),
  /** The code does not, and a complaint matches the pattern `says`. */
  z.strictObject({
    types: z.strictObject({ versions: VERSIONS, fails: z.string(), says: z.string() }),
  }),
  /** What the CLI prints; `command` is what follows `motia`: `create --help`. */
  z.strictObject({
    cli: z
      .strictObject({ versions: VERSIONS, command: z.string().regex(/--help$/), ...SAID })
      .refine(isSaidOrLacking, EITHER),
  }),
  /** What a file of the package says; `file` is its path, or a pattern of paths. */
  z.strictObject({
    ships: z
      .strictObject({ versions: VERSIONS, file: z.string(), ...SAID })
      .refine(isSaidOrLacking, EITHER),
  }),
  /** What a page of the docs says in its MDX. */
  z.strictObject({ pages: z.strictObject({ page: z.string(), says: z.string() }) }),
]);
/** What shows that a note is right. */
export type Proof = z.infer<typeof PROOF>;

const NOTE = z.strictObject({
  id: z.string().regex(/^[a-z\d]+(-[a-z\d]+)*$/, 'expected a slug such as cron-expression-fields'),
  /** One line of Markdown. */
  title: z.string().regex(/^.+$/),
  /**
   * The names of the code check's ledger that the note is about and that the packages lack; what was
   * imported from an entry point goes with it.
   */
  names: z.array(z.string()).optional(),
  places: z.array(PLACE).min(1),
  /** What holds now: a paragraph of Markdown. Its links are routes. */
  today: z.string(),
  /** `unsettled`: the packages do not decide it, and the note says both sides. */
  status: z.enum(['settled', 'unsettled']),
  proof: z.array(PROOF).min(1),
});
/** One note. */
export type Note = z.infer<typeof NOTE>;

/** Notes about one thing. */
export interface NoteGroup {
  readonly label: string;
  readonly notes: readonly Note[];
}

const NOTES = z
  .record(z.string(), z.array(NOTE))
  .transform((groups) => Object.entries(groups).map(([label, notes]) => ({ label, notes })))
  .refine((groups) => {
    const ids = groups.flatMap(({ notes }) => notes.map(({ id }) => id));
    return new Set(ids).size === ids.length;
  }, 'two notes have one id');

/**
 * The notes in their groups, as the table has them.
 * @throws Error that names each field that is not as it should be
 */
export function parseNotes(yaml: string): NoteGroup[] {
  return readTable('notes.yaml', yaml, NOTES);
}
