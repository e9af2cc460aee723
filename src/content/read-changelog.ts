/** Reads `content/changelog/`: one Markdown file a refresh. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChangeEntry } from '../model/changelog.ts';
import { cutFrontmatter } from '../model/frontmatter.ts';
import { readTable } from '../model/yaml-table.ts';

const ENTRY = z.strictObject({
  date: z.iso.date(),
  added: z.array(z.string()).default([]),
  changed: z.array(z.string()).default([]),
});

/**
 * All entries of a content folder, the newest first; none before the first refresh.
 * @throws Error that names file and field of one that is not as it should be
 */
export function readChangelog(folder = 'content'): ChangeEntry[] {
  return globSync('changelog/*.md', { cwd: folder })
    .toSorted()
    .toReversed()
    .map((file) => {
      const { yaml, body } = cutFrontmatter(readFileSync(join(folder, file), 'utf8'));
      return { ...readTable(file, yaml, ENTRY), body: body.trim() };
    });
}
