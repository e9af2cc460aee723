/** The edge of `llms/library.ts`: reads the content folder, once a run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { address as siteAddress, type Address } from './address.ts';
import { parse } from 'yaml';
import type { Corrections } from './llms/corrections.ts';
import { libraryOf, type Library } from './llms/library.ts';
import type { SkillPlan } from './llms/skill.ts';
import { readManifest, readRoutes } from './read-routes.ts';

/** The library of a content folder (relative to the working directory). */
export function readLibrary(folder = 'content', address: Address = siteAddress): Library {
  return libraryOf(readManifest(folder), readRoutes(folder, address), address, {
    readMdx: (file) => readFileSync(join(folder, file), 'utf8'),
    pictures: JSON.parse(readFileSync(join(folder, '_source/images.json'), 'utf8')),
  });
}

/** What the assistant kit is made from, beside the library. */
export interface Kit {
  readonly corrections: Corrections;
  readonly skill: SkillPlan;
}

/** The reviewed tables of a content folder. */
export function readKit(folder = 'content'): Kit {
  const table = (name: string) => parse(readFileSync(join(folder, '_source', name), 'utf8'));
  return { corrections: table('corrections.yaml'), skill: table('skill.yaml') };
}
