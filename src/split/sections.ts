/** The section table (`content/_source/sections.yaml`) as a checked, typed value. */
import { z } from 'zod';
import type { ScrapeDate } from '../model/scrape-date.ts';
import { readTable } from '../model/yaml-table.ts';

/** One section of our site and the upstream pages that belong to it. */
export interface Section {
  slug: string;
  label: string;
  description: string;
  /** Upstream prefixes whose rest becomes the path below `slug`. */
  from: string[];
  /** Single upstream pages and their path below `slug`. */
  pages: Record<string, string>;
  /** Sources in reading order. */
  order: string[];
}

/** The whole table. */
export interface SectionTable {
  /** When the scrape was made, and where upstream publishes. */
  scrape: { date: ScrapeDate; upstream: string };
  sections: Section[];
}

/** A plain path: the folders that it names are made on disk. */
const PATH = z
  .string()
  .regex(/^[a-z\d-]+(\/[a-z\d-]+)*$/, 'expected a path such as motia-cloud/faq');
const UPSTREAM_PATH = z.string().startsWith('/docs', 'expected an upstream path such as /docs/faq');

const DATE = z
  .strictObject({ earliest: z.iso.date(), latest: z.iso.date(), evidence: z.string().min(1) })
  .refine(({ earliest, latest }) => earliest <= latest, 'expected earliest before latest');

const TABLE = z.strictObject({
  scrape: z.strictObject({ date: DATE, upstream: z.url() }),
  sections: z.array(
    z.strictObject({
      slug: z.string().regex(/^[a-z\d-]+$/, 'expected a slug such as getting-started'),
      label: z.string(),
      description: z.string(),
      from: z.array(UPSTREAM_PATH).default([]),
      pages: z.record(UPSTREAM_PATH, PATH).default({}),
      order: z.array(UPSTREAM_PATH).default([]),
    }),
  ),
});

/**
 * Reads the table.
 * @throws Error that names the field when the YAML is not such a table: `sections.2.label: …`.
 */
export function readSections(yaml: string): SectionTable {
  return readTable('sections.yaml', yaml, TABLE);
}
