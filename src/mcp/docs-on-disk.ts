/** The documentation of a site that lies built in a folder, for Node. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countTokens } from '../markdown/tokens.ts';
import { onDemand } from '../search/on-demand.ts';
import { openSearch } from '../search/engine.ts';
import { filesOnDisk } from '../search/files-on-disk.ts';
import { addressOf, type Docs } from './docs.ts';
import { readFacts } from './facts-on-disk.ts';

/**
 * Opens a built site. Texts are read when asked for, the search index at the first search.
 * @throws Error when there is no build.
 */
export function docsOnDisk(dist: string): Docs {
  const facts = readFacts(dist);
  return {
    facts,
    search: onDemand(() => openSearch(filesOnDisk(dist), addressOf(facts).base)),
    read: (route) => readFile(join(dist, route), 'utf8'),
    countTokens,
  };
}
