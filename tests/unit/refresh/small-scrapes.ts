/** Small scrapes for the tests of the refresh, split with the project's own tables. */
import { compare, type Comparison } from '../../../src/refresh/compare.ts';
import { snapshotOf, type Snapshot } from '../../../src/refresh/snapshot.ts';
import { dumpOf, TABLES, titled } from '../split/scrape.ts';

/** A page: upstream path, title, lines of its body. */
export type SmallPage = readonly [path: string, title: string, ...lines: string[]];

/** A snapshot of pages. */
export function snapshot(...pages: readonly SmallPage[]): Snapshot {
  return snapshotOf(scrape(...pages), TABLES);
}

/** The bytes of their scrape. */
export function scrape(...pages: readonly SmallPage[]): Uint8Array {
  return dumpOf(
    ...pages.map(([path, title, ...lines]): [string, ...string[]] => [
      path,
      ...titled(title),
      ...lines,
    ]),
  );
}

/** Both sides compared. */
export function compared(
  before: readonly SmallPage[],
  after: readonly SmallPage[],
): Comparison & { readonly before: Snapshot; readonly after: Snapshot } {
  const [olds, news] = [snapshot(...before), snapshot(...after)];
  return { ...compare(olds, news), before: olds, after: news };
}

const PARAGRAPHS = {
  stream:
    'Readers of a stream see each change at once: the server keeps one connection open and pushes what was written, item by item.',
  queue:
    'Work waits its turn until somebody is free to do it; what fails is tried again later, and after the last try it is set aside.',
  trigger:
    'Something must begin it: a request that comes in, an hour of the day, or a value that was stored and now differs.',
};

/** A paragraph that is long enough to be known again. */
export const about = (thing: keyof typeof PARAGRAPHS): string => PARAGRAPHS[thing];
