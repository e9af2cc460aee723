/** The section table (`content/_source/sections.yaml`) as a checked, typed value. */
import { parse } from 'yaml';

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

export interface SectionTable {
  scrape: { date: string; upstream: string };
  sections: Section[];
}

/**
 * Reads the table.
 * @throws Error that names the field when the YAML is not such a table.
 */
export function readSections(yaml: string): SectionTable {
  const table: unknown = parse(yaml);
  const scrape = field(table, 'scrape');
  const sections = field(table, 'sections');
  if (!Array.isArray(sections)) throw new Error('sections.yaml: "sections" is not a list');
  return {
    scrape: { date: string(scrape, 'date'), upstream: string(scrape, 'upstream') },
    sections: sections.map((section: unknown) => ({
      slug: string(section, 'slug'),
      label: string(section, 'label'),
      description: string(section, 'description'),
      from: strings(field(section, 'from')),
      pages: record(field(section, 'pages')),
      order: strings(field(section, 'order')),
    })),
  };
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function string(value: unknown, key: string): string {
  const found = field(value, key);
  if (typeof found !== 'string') throw new Error(`sections.yaml: "${key}" is missing or no text`);
  return found;
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const record = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]))
    : {};
