/** A new scrape from where a maintainer has it: a file, an address, a folder of MDX. */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ScrapeDate } from '../model/scrape-date.ts';
import { fetchScrape, type Fetched } from './scrape-at-url.ts';
import { dateInName } from './scrape-day.ts';
import { scrapeOfFolder } from './scrape-of-folder.ts';
import { readFetched } from './read-content.ts';
import { FILES } from './read-split-tables.ts';

/** A scrape with what is known of it. */
export interface NewScrape {
  readonly bytes: Uint8Array;
  readonly date: ScrapeDate;
  /** What the server said, for one from the web. */
  readonly fetched: Omit<Fetched, 'sha256'> | undefined;
}

/** Is this the address of a scrape? */
export const isAddress = (input: string): boolean => /^https?:\/\//i.test(input);

/**
 * Reads it; undefined when the server says that it has no other than the one that is here.
 * @param content the content folder, which knows the scrape before
 * @param today `YYYY-MM-DD`: no scrape is younger
 * @throws Error in one line when there is none
 */
export async function readScrape(
  input: string,
  content: string,
  { sha256, date }: { sha256: string; date: ScrapeDate },
  today: string,
  progress: (bytes: number, of: number | undefined) => void,
): Promise<NewScrape | undefined> {
  const named = dateInName(basename(input));
  const earliest = date.latest < today ? date.latest : today;
  if (isAddress(input)) {
    const last = readFetched(content);
    const known = last?.url === input && last.sha256 === sha256 ? last : undefined;
    const answer = await fetchScrape(input, known, progress);
    if (answer.kind === 'unchanged') return undefined;
    const { bytes, etag, lastModified } = answer;
    const evidence = `It was loaded from ${input} on the last day; the scrape before is of the first.`;
    return {
      bytes,
      date: named ?? { earliest, latest: today, evidence },
      fetched: { url: input, etag, lastModified },
    };
  }
  const facts = statSync(input, { throwIfNoEntry: false });
  if (!facts) throw new Error(`${input}: no such file or folder`);
  const evidence = `It came after the scrape before, which is of the first day, and was here on the last.`;
  const dated = { date: named ?? { earliest, latest: today, evidence }, fetched: undefined };
  if (!facts.isDirectory()) return { bytes: readFileSync(input), ...dated };
  const former = readFileSync(join(content, FILES.scrape), 'utf8');
  return { bytes: Buffer.from(scrapeOfFolder(input, former)), ...dated };
}
