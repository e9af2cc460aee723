/** Reads `content/_source/kept.json`: pages whose text is of an older scrape. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { KeptPage } from '../model/kept.ts';
import { readTable } from '../model/yaml-table.ts';

const TABLE: z.ZodType<readonly KeptPage[]> = z.array(
  z.strictObject({
    source: z.string(),
    reason: z.string(),
    textOf: z.iso.date().nullable(),
    brokenIn: z.iso.date(),
  }),
);

/**
 * The table of a content folder; empty where the last refresh could read all pages.
 * @throws Error that names each field that is not as it should be
 */
export function readKept(folder = 'content'): readonly KeptPage[] {
  const file = join(folder, '_source/kept.json');
  return existsSync(file) ? readTable('kept.json', readFileSync(file, 'utf8'), TABLE) : [];
}
