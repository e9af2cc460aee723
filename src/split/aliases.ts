/** The reviewed answers to dead upstream links (`content/_source/aliases.yaml`). */
import { parse } from 'yaml';

/** Upstream path (or path#anchor) → upstream path, route of ours, or full address. */
export type Aliases = ReadonlyMap<string, string>;

/**
 * Reads the table.
 * @throws Error that names the key when a value is not text.
 */
export function readAliases(yaml: string): Aliases {
  const table: unknown = parse(yaml) ?? {};
  if (typeof table !== 'object' || table === null) throw new Error('aliases.yaml: not a table');
  return new Map(
    Object.entries(table).map(([from, to]: [string, unknown]) => {
      if (typeof to !== 'string') throw new Error(`aliases.yaml: "${from}" has no address`);
      return [from, to];
    }),
  );
}
