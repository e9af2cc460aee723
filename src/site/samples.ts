/** What is known of the code of the pages, read once a build. */
import { samplesOf, type Sample } from '../code/samples.ts';
import { readCode } from '../content/read-code.ts';

const { report, fixes } = readCode();
const byPage = new Map<string, ReadonlyMap<number, Sample>>();

/** The reviewed rewrites of upstream's code. */
export { fixes };

/** The samples of a page (its MDX file relative to the content folder), worked out once. */
export function samplesOfPage(page: string): ReadonlyMap<number, Sample> {
  const samples = byPage.get(page) ?? samplesOf(report, fixes, page);
  byPage.set(page, samples);
  return samples;
}
