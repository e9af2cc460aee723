/** What the split reads beside the scrape, from disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScrapeDate } from '../model/scrape-date.ts';
import { readAliases } from '../split/aliases.ts';
import type { SplitTables } from '../split/index.ts';
import { readSections } from '../split/sections.ts';

/** Names of files below the content folder that a refresh writes beside the pages. */
export const FILES = {
  scrape: '_source/motia-docs.txt',
  sections: '_source/sections.yaml',
  moved: '_source/moved.json',
  fetched: '_source/fetched.json',
  kept: '_source/kept.json',
  manifest: 'manifest.json',
} as const;

/** The tables that the split of a content folder reads. */
export function readSplitTables(content: string, date: ScrapeDate | undefined): SplitTables {
  const text = (name: string) => readFileSync(join(content, '_source', name), 'utf8');
  const images = JSON.parse(text('images.json')) as object;
  return {
    sections: readSections(text('sections.yaml')),
    aliases: readAliases(text('aliases.yaml')),
    pictures: new Set(Object.keys(images)),
    date,
  };
}
