/**
 * What a word counts in each section and page: BM25F, which weighs a word by where it stands
 * (title, heading, prose, code, questions), how often, how rare it is, and how long the text around
 * it is. Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
 */
import type { Corpus } from './corpus.ts';
import type { Count } from './index-file.ts';
import type { Weights } from './weights.ts';

/** Where a stem is. */
export interface Postings {
  readonly places: readonly (Count & { readonly section: number })[];
  /** Numbers of lines, names of sections aside. */
  readonly lines: readonly number[];
}

/** What a stem counts in each place, by the place's number. */
export interface Impacts {
  /** How much the stem says at all: high for a rare one. */
  readonly rarity: number;
  /** False for a word that only the questions have that sections answer. */
  readonly isOnPages: boolean;
  readonly inSections: ReadonlyMap<number, number>;
  readonly inPages: ReadonlyMap<number, number>;
  /** Lines that have it: names of sections, then others. */
  readonly names: readonly number[];
  readonly lines: readonly number[];
}

/** Works out the impacts of one stem. */
export function impactsOf(
  { places, lines }: Postings,
  { pages, sections, lines: all }: Corpus,
  weights: Weights,
): Impacts {
  const { section: own, page: ofPage, saturation, lengthPenalty } = weights;
  const inSections = new Amounts();
  const inPages = new Amounts();
  const askedInSections = new Amounts();
  const askedInPages = new Amounts();
  for (const { section: number, heading, prose, code } of places) {
    const section = sections[number];
    if (!section) continue;
    const { page, end, length } = section;
    const isTop = section.heading === '';
    const penalty = penaltyOf(length, lengthPenalty.section);
    const pagePenalty = penaltyOf(pages[page]?.length ?? 1, lengthPenalty.page);
    if (heading > 0) {
      inSections.add(number, own.heading * heading);
      inPages.add(page, isTop ? ofPage.title : ofPage.headings / pagePenalty);
      for (let below = number + 1; below < end; below++) {
        inSections.add(below, isTop ? own.title : own.path);
      }
    }
    inSections.add(number, (prose * own.prose + code * own.code) / penalty);
    inPages.add(page, (prose * ofPage.prose) / pagePenalty);
  }
  for (const line of lines) {
    const { kind, section = 0 } = all[line] ?? {};
    if (kind !== 'question') continue;
    askedInSections.add(section, 1);
    askedInPages.add(sections[section]?.page ?? 0, 1);
  }
  return {
    isOnPages: places.length > 0,
    ...saturated(
      sections.length,
      [inSections, saturation.section, 1],
      [askedInSections, saturation.asked, own.asked],
    ),
    inPages: saturated(
      pages.length,
      [inPages, saturation.page, 1],
      [askedInPages, saturation.page, ofPage.asked],
    ).inSections,
    names: places.filter(({ heading }) => heading > 0).map(({ section }) => section),
    lines,
  };
}

/** What occurrences are divided by, 1 in a text of average length. */
function penaltyOf(length: number, share: number): number {
  return 1 - share + share * length;
}

/** Weighted occurrences in numbered texts. */
class Amounts extends Map<number, number> {
  add(text: number, amount: number): void {
    if (amount > 0) this.set(text, (this.get(text) ?? 0) + amount);
  }
}

/** @param texts how many there are @param saturation BM25's k1 */
function saturated(
  texts: number,
  ...fields: readonly (readonly [amounts: Amounts, saturation: number, weight: number])[]
): Pick<Impacts, 'rarity' | 'inSections'> {
  const having = new Set(fields.flatMap(([amounts]) => [...amounts.keys()]));
  const rarity = Math.log(1 + (texts - having.size + 0.5) / (having.size + 0.5));
  const impact = (text: number) => {
    const missing = fields.map(([amounts, saturation, weight]) => {
      const amount = amounts.get(text) ?? 0;
      return 1 - (weight * amount) / (amount + saturation);
    });
    return 2 * rarity * (1 - missing.reduce((a, b) => a * b));
  };
  return { rarity, inSections: new Map([...having].map((text) => [text, impact(text)])) };
}
