/** Reads `content/_source/asked/`: the questions that sections answer. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MOST_ASKS, type AskedEntry } from '../model/asked.ts';
import { readTable } from '../model/yaml-table.ts';

const ENTRIES: z.ZodType<readonly AskedEntry[]> = z.array(
  z.strictObject({
    page: z.string().regex(/^\/(.*\/)?$/, 'expected a route such as /guides/streams/'),
    heading: z.string(),
    occurrence: z.int().min(1).optional(),
    asks: z.array(z.string().min(1).max(120)).min(1).max(MOST_ASKS),
  }),
);

/**
 * All entries of a content folder, file by file.
 * @throws Error that names file and field of an entry that is none
 */
export function readAsked(folder = 'content'): AskedEntry[] {
  const asked = join(folder, '_source/asked');
  return globSync('*.yaml', { cwd: asked })
    .sort()
    .flatMap((file) =>
      readTable(`asked/${file}`, readFileSync(join(asked, file), 'utf8'), ENTRIES),
    );
}
