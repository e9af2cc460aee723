/** What the words of a query are worth in the heading of a section. */
import type { ReadQuery } from './query.ts';
import type { Section } from './corpus.ts';
import type { SectionIndex } from './section-index.ts';
import { sum } from './sum.ts';

/**
 * The sum of two: a heading whose words are all asked for counts the more the fewer others it has;
 * and words of the query that stand side by side in it count again, as who asks "python cron step"
 * means "Cron Step Handler" rather than "Step 6: Timeout Detection (Cron)".
 */
export function headingScore(
  section: Section,
  query: Pick<ReadQuery, 'slots' | 'neighbours'>,
  index: SectionIndex,
): number {
  const { wholeHeading, neighbours } = index.weights;
  return (
    wholeHeading * wholeScore(section, query, index) +
    neighbours * neighboursScore(section, query, index)
  );
}

/** Less as the heading has words that are not asked for. */
function wholeScore(
  { nameStems, fillers }: Section,
  { slots }: Pick<ReadQuery, 'slots'>,
  index: SectionIndex,
): number {
  const isAsked = (stem: string) => slots.some(({ meanings }) => meanings.has(stem));
  const own = nameStems.filter(isAsked);
  if (own.length === 0) return 0;
  const worth = sum(
    slots.map(({ weight, meanings }) =>
      Math.max(0, ...own.map((stem) => weight * (meanings.get(stem) ?? 0) * rarityOf(stem, index))),
    ),
  );
  const whole = sum(nameStems.map((stem) => rarityOf(stem, index)));
  return worth * Math.min(1, worth / (whole + fillers * index.weights.filler));
}

/** The rarity of the words that are neighbours in the heading as in the query, stop words aside. */
function neighboursScore(
  { nameStems, neighbours }: Section,
  query: Pick<ReadQuery, 'neighbours'>,
  index: SectionIndex,
): number {
  const words = neighbours
    .filter((pair) => query.neighbours.has(pair))
    .flatMap((pair) => pair.split(' '));
  return sum(words.filter((stem) => nameStems.includes(stem)).map((stem) => rarityOf(stem, index)));
}

/** How much a stem tells: more, the fewer sections have it; 0 for one that the index hasn't. */
export function rarityOf(stem: string, { inSections }: SectionIndex): number {
  return inSections.get(stem)?.rarity ?? 0;
}
