/** The reviewed answers to dead upstream links (`content/_source/aliases.yaml`). */
import { z } from 'zod';
import { readTable } from '../model/yaml-table.ts';

/** Upstream path (or path#anchor) → upstream path, route of ours, or full address. */
export type Aliases = ReadonlyMap<string, string>;

/** A file of comments alone is an empty table. */
const TABLE = z.record(z.string(), z.string()).nullable();

/**
 * Reads the table.
 * @throws Error that names the key when a value is not text.
 */
export function readAliases(yaml: string): Aliases {
  return new Map(Object.entries(readTable('aliases.yaml', yaml, TABLE) ?? {}));
}
