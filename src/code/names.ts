/**
 * The ledger of names, `content/names.json`: everything of Motia's that the docs name by import or
 * command, which versions have it, and where it stands. Made by `npm run check:code`; read by the
 * site and the exports, so nothing here knows a compiler.
 */
import { z } from 'zod';

const PLACE = z.strictObject({
  /** MDX file relative to the content folder. */
  page: z.string(),
  route: z.string(),
  heading: z.string(),
  anchor: z.string(),
  /** Of the fenced block on its page, from 1; null for code within a sentence. */
  ordinal: z.number().nullable(),
});
/** Where a name stands. */
export type NamePlace = z.infer<typeof PLACE>;

const NAME = z.strictObject({
  /** `NoopConfig`, `motia/test`, `motia docker setup`, `motia create --template`. */
  name: z.string(),
  kind: z.enum(['export', 'entry', 'command', 'option']),
  /** What it is taken from: `motia` for an export, else empty. */
  from: z.string(),
  /** The versions that have it, in the ledger's order; null for what cannot be checked. */
  versions: z.array(z.string()).nullable(),
  places: z.array(PLACE),
});
/** One name of the ledger. */
export type LedgerName = z.infer<typeof NAME>;

const LEDGER = z.strictObject({ versions: z.array(z.string()), names: z.array(NAME) });
/** The whole ledger: sorted by kind, origin and name. */
export type NameLedger = z.infer<typeof LEDGER>;

/**
 * Reads a ledger.
 * @throws Error with the way out when it is none
 */
export function parseNames(json: string): NameLedger {
  try {
    return LEDGER.parse(JSON.parse(json));
  } catch (error) {
    throw new Error('names.json is no ledger of this version: run "npm run check:code"', {
      cause: error,
    });
  }
}

/** The ledger as text, one name a line. */
export function printNames({ versions, names }: NameLedger): string {
  const lines = names.map((name) => JSON.stringify(name));
  return `{"versions":${JSON.stringify(versions)},"names":[\n${lines.join(',\n')}\n]}\n`;
}

/** The names that a version lacks, of those that can be checked. */
export function lackingIn({ names }: NameLedger, version: string): LedgerName[] {
  return names.filter(({ versions }) => versions !== null && !versions.includes(version));
}
