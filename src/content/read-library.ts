/** The edge of `llms/library.ts`: reads the content folder, once a run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, type Address } from '../model/address.ts';
import { z } from 'zod';
import type { Corrections } from '../llms/corrections.ts';
import { libraryOf, type Library } from '../llms/library.ts';
import type { SkillPlan } from '../llms/skill.ts';
import { samplesOf, SHOWN_VERSION } from '../code/samples.ts';
import { lackingNames } from '../notes/lacking.ts';
import { readCode, readNames } from './read-code.ts';
import { readAsked } from './read-asked.ts';
import { PROOF, type Note } from '../notes/table.ts';
import { liveRoutes } from '../model/routes.ts';
import { redirectsOfMoved } from '../model/moved.ts';
import { readChangelog } from './read-changelog.ts';
import { readMoved } from './read-moved.ts';
import { readNotes } from './read-notes.ts';
import { readManifest, readRoutes } from './read-routes.ts';
import { readTable } from '../model/yaml-table.ts';

/** The library of a content folder (relative to the working directory). */
export function readLibrary(
  folder = 'content',
  address: Address = addressOf(process.env),
): Library {
  const { report, fixes } = readCode(folder);
  const notes = readNotes(folder);
  const manifest = readManifest(folder);
  const routes = readRoutes(folder, address);
  const known = new Set(manifest.redirects.map(({ from }) => from));
  const moves = redirectsOfMoved(readMoved(folder), liveRoutes(routes));
  const redirects = [...manifest.redirects, ...moves.filter(({ from }) => !known.has(from))];
  return libraryOf({ ...manifest, redirects }, routes, address, {
    readMdx: (file) => readFileSync(join(folder, file), 'utf8'),
    pictures: JSON.parse(readFileSync(join(folder, '_source/images.json'), 'utf8')),
    asked: readAsked(folder),
    fixes,
    samples: (file) => samplesOf(report, fixes, file),
    lacking: lackingNames(readNames(folder), SHOWN_VERSION, notes),
    notes,
    hasChanges: readChangelog(folder).length > 0,
  });
}

/** What the assistant kit is made from, beside the library. */
export interface Kit {
  readonly corrections: Corrections;
  readonly skill: SkillPlan;
}

const PROVED = {
  proof: z.array(z.union([PROOF, z.strictObject({ absent: z.string() })])).min(1),
};
const CORRECTIONS = z.strictObject({
  rules: z.array(z.strictObject({ rule: z.string(), now: z.string(), ...PROVED })),
  removed: z.array(z.strictObject({ what: z.string(), now: z.string(), ...PROVED })),
  notes: z.array(z.string()),
});
const SKILL: z.ZodType<Omit<SkillPlan, 'steps'>> = z.strictObject({
  name: z.string().regex(/^[a-z\d-]{1,64}$/, 'expected lower case, digits and hyphens'),
  does: z.string(),
  when: z.string(),
  essentials: z.array(
    z.string().regex(/^\/.*\/#./, 'expected an address such as /concepts/steps/#triggers'),
  ),
});

/**
 * The reviewed tables of a content folder.
 * @throws Error that names file and field when one is not as it should be
 */
export function readKit(folder = 'content'): Kit {
  const text = (name: string) => readFileSync(join(folder, '_source', name), 'utf8');
  const corrections = readTable('corrections.yaml', text('corrections.yaml'), CORRECTIONS);
  const all = readNotes(folder).flatMap(({ notes }) => notes);
  return {
    corrections: { ...corrections, notes: corrections.notes.map((id) => noteNamed(id, all)) },
    skill: {
      ...readTable('skill.yaml', text('skill.yaml'), SKILL),
      steps: text('steps.md').trimEnd(),
    },
  };
}

function noteNamed(id: string, notes: readonly Note[]): Note {
  const note = notes.find((one) => one.id === id);
  if (!note) throw new Error(`corrections.yaml: notes: no note of notes.yaml has the id ${id}`);
  return note;
}
