/** The edge of the refresh: the content folder and its tables, read from disk. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { z } from 'zod';
import { readAsked } from '../content/read-asked.ts';
import { readFixesOf } from '../content/read-code.ts';
import { readKit } from '../content/read-library.ts';
import { readNotes } from '../content/read-notes.ts';
import { readManifest } from '../content/read-routes.ts';
import { readTable } from '../model/yaml-table.ts';
import { readSynonyms } from '../search/indexing/synonyms.ts';
import { FILES, readSplitTables } from './read-split-tables.ts';
import type { Fetched } from './scrape-at-url.ts';
import { snapshotOf, type Snapshot } from './snapshot.ts';
import type { KnownQuestion, Tables } from './stale.ts';
import { sha256 } from '../split/sha256.ts';

/** The tables that speak of the text, and the questions of the suite that do. */
export function readTables(content: string, questions: string): Tables {
  const { sections, aliases } = readSplitTables(content, undefined);
  return {
    sections: sections.sections,
    aliases,
    asked: readAsked(content),
    notes: readNotes(content),
    fixes: readFixesOf(content),
    corrections: readKit(content).corrections,
    synonyms: readSynonyms(readFileSync(join(content, '_source/synonyms.yaml'), 'utf8')),
    questions: globSync('*.jsonl', { cwd: questions })
      .toSorted()
      .flatMap((file) => questionsIn(basename(file), readFileSync(join(questions, file), 'utf8'))),
  };
}

function questionsIn(file: string, lines: string): KnownQuestion[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const { id, gold } = JSON.parse(line) as Partial<KnownQuestion>;
      return id !== undefined && gold ? [{ file, id, gold }] : [];
    });
}

/**
 * The docs as the content folder has them, before any edit by hand: split anew from the scrape that is
 * there.
 * @throws Error when the folder was not split from that scrape
 */
export function readSnapshot(content: string): Snapshot {
  const manifest = readManifest(content);
  const file = join(content, FILES.scrape);
  const bytes = readFileSync(file);
  if (sha256(bytes) !== manifest.scrape.sha256) {
    throw new Error(
      `${file}: not the scrape that ${content} was split from: restore it with git, or run "npm run split"`,
    );
  }
  const tables = readSplitTables(content, manifest.scrape.date);
  return snapshotOf(bytes, { ...tables, isProved: true });
}

/** Every page of a content folder as it is on disk, those by hand too. */
export function readPages(content: string): Map<string, string> {
  const files = globSync('**/*.mdx', { cwd: content, exclude: ['_source/**'] });
  return new Map(
    files.map((file) => [file.split(sep).join('/'), readFileSync(join(content, file), 'utf8')]),
  );
}

/** What waits for a person since an earlier refresh. */
export function openConflicts(content: string): string[] {
  return globSync('**/*.conflict', { cwd: content }).toSorted();
}

const FETCHED: z.ZodType<Fetched> = z.strictObject({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  sha256: z.string(),
});

/** What a server said of the scrape that is here, if it came from one. */
export function readFetched(content: string): Fetched | undefined {
  const file = join(content, FILES.fetched);
  return existsSync(file)
    ? readTable('fetched.json', readFileSync(file, 'utf8'), FETCHED)
    : undefined;
}
