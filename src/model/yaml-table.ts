/** The tables that a maintainer edits (`content/_source/*.yaml`), as values of a known shape. */
import { parse } from 'yaml';
import type { z } from 'zod';

/**
 * Reads a table.
 * @param file as messages name it: `sections.yaml`
 * @throws Error on one line, naming the file and each field that is not as the schema has it
 */
export function readTable<Table>(file: string, yaml: string, schema: z.ZodType<Table>): Table {
  const { data, error } = schema.safeParse(parsed(file, yaml));
  if (!error) return data;
  const faults = error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  );
  throw new Error(`${file}: ${faults.join('; ')}`);
}

function parsed(file: string, yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n', 1);
    throw new Error(`${file}: ${reason.replace(/:$/, '')}`, { cause: error });
  }
}
