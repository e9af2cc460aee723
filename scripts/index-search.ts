/** Indexes the built site for the search: dist/ → dist/pagefind/. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createIndex } from 'pagefind';

const HELP = `Usage: node scripts/index-search.ts [--dist DIR]

Writes the search index of a built site into its pagefind/ folder.
  --dist DIR  the built site (default: dist)
  --help      this text`;

/** Indexes `dist` and returns the number of pages; throws with Pagefind's own words. */
async function indexSearch(dist: string): Promise<number> {
  // Text for screen readers ("Terminal window") and tab labels are no content to find.
  const { index, errors } = await createIndex({
    excludeSelectors: ['.sr-only', '[role="tablist"]'],
  });
  if (!index) throw new Error(errors.join('; '));
  const added = await index.addDirectory({ path: dist });
  const written = await index.writeFiles({ outputPath: join(dist, 'pagefind') });
  const problems = [...added.errors, ...written.errors];
  if (problems.length > 0) throw new Error(problems.join('; '));
  await index.deleteIndex();
  return added.page_count;
}

const { values } = parseArgs({
  options: { dist: { type: 'string', default: 'dist' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(HELP);
} else if (!existsSync(join(values.dist, 'index.html'))) {
  console.error(`${values.dist}: no index.html here, run "npm run build" first`);
  process.exitCode = 1;
} else {
  console.log(
    `${await indexSearch(values.dist)} pages indexed into ${join(values.dist, 'pagefind')}`,
  );
}
