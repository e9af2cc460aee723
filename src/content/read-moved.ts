/** Reads `content/_source/moved.json`: where former addresses lead. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NOTHING_MOVED, type Moved } from '../model/moved.ts';
import { readTable } from '../model/yaml-table.ts';

const ROUTE = z.string().regex(/^\/(.*\/)?$/, 'expected a route such as /guides/streams/');

const TABLE: z.ZodType<Moved> = z.strictObject({
  pages: z.array(
    z.strictObject({
      from: ROUTE,
      source: z.string(),
      title: z.string(),
      to: ROUTE,
      gone: z.boolean(),
      on: z.iso.date(),
    }),
  ),
  sections: z.array(
    z.strictObject({
      page: ROUTE,
      anchor: z.string().min(1),
      heading: z.string(),
      to: z.string().startsWith('/').nullable(),
      on: z.iso.date(),
    }),
  ),
});

/**
 * The table of a content folder; empty before its first refresh.
 * @throws Error that names each field that is not as it should be
 */
export function readMoved(folder = 'content'): Moved {
  const file = join(folder, '_source/moved.json');
  if (!existsSync(file)) return NOTHING_MOVED;
  return readTable('moved.json', readFileSync(file, 'utf8'), TABLE);
}
