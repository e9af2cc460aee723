/** Finds sections that say nearly the same, such as one configuration on three pages. */
import { stemOf } from '../words.ts';
import type { Tally } from './tally.ts';

/** Share of all their words that two sections must have in common. */
const ALIKE = 0.8;
/** Shorter sections ("npm install") have too few words to compare. */
const FEWEST_WORDS = 12;

/**
 * Sets of section numbers, in order; a section is in one at most.
 * @param tallies the words of each section, by its number
 */
export function twinsOf(tallies: readonly Tally[]): number[][] {
  const words = tallies.map((tally) => new Set([...tally.keys()].map(stemOf)));
  const sets: number[][] = [];
  words.forEach((own, section) => {
    if (own.size < FEWEST_WORDS) return;
    const set = sets.find(([first = 0]) => likeness(own, words[first] ?? new Set()) >= ALIKE);
    if (set) set.push(section);
    else sets.push([section]);
  });
  return sets.filter((set) => set.length > 1);
}

/** The Jaccard index of two sets: 1 for equal ones. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = a.intersection(b).size;
  return common / (a.size + b.size - common);
}
