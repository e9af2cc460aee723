/** What is known of the code of the pages, read once a build. */
import { samplesOf, SHOWN_VERSION, type Sample } from '../code/samples.ts';
import { readCode, readNames } from '../content/read-code.ts';
import { readLibrary } from '../content/read-library.ts';
import { readNotes } from '../content/read-notes.ts';
import { lackingNames } from '../notes/lacking.ts';
import { addressesOf } from '../notes/list.ts';

const { report, fixes } = readCode();
const groups = readNotes();
/** Of a note that is about another scrape there is no place to lead to. */
let addresses: ReadonlyMap<string, string> | undefined;
/** Names that the docs use and the packages lack. */
export const lacking = lackingNames(readNames(), SHOWN_VERSION, groups);
const byPage = new Map<string, ReadonlyMap<number, ShownSample>>();

/** A sample with the routes of the notes that tell more of it. */
export interface ShownSample extends Sample {
  readonly addresses: readonly string[];
}

/** The reviewed rewrites of upstream's code. */
export { fixes };

/** The samples of a page (its MDX file relative to the content folder), worked out once. */
export function samplesOfPage(page: string): ReadonlyMap<number, ShownSample> {
  const samples = byPage.get(page) ?? shownOf(page);
  byPage.set(page, samples);
  return samples;
}

function shownOf(page: string): ReadonlyMap<number, ShownSample> {
  const told = (addresses ??= addressesOf(readLibrary().shownNotes()));
  return new Map(
    [...samplesOf(report, fixes, page)].map(([ordinal, sample]) => {
      const named = lacking.flatMap(({ note, places }) =>
        note && places.some((place) => place.page === page && place.ordinal === ordinal)
          ? [note.id]
          : [],
      );
      const notes = new Set([...sample.notes, ...(sample.standing === 'differs' ? named : [])]);
      const found = [...notes].flatMap((id) => told.get(id) ?? []);
      return [ordinal, { ...sample, addresses: found }];
    }),
  );
}
