/**
 * What each word counts in each section and page: BM25F, which weighs a word by where it stands
 * (title, heading, prose, code), how often, how rare it is, and how long the text around it is.
 * Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
 */
import type { Corpus } from './corpus.ts';
import { bitsOf } from './index-file.ts';
import { sum } from './sum.ts';
import type { Weights } from './weights.ts';
import { stemOf, termsOf, wordsOf } from './words.ts';

/** What a stem counts, by the number of the text it stands in. */
export interface Impacts {
  /** How much the stem says at all: high for a rare one. */
  readonly rarity: number;
  readonly at: ReadonlyMap<number, number>;
}

/** Impacts by stem. */
export type ImpactsByStem = ReadonlyMap<string, Impacts>;

/** The impacts of all stems in sections. */
export function sectionImpacts(corpus: Corpus, weights: Weights): ImpactsByStem {
  const { heading, path, prose, code } = weights.section;
  const lengths = lengthsOf(corpus);
  const penalty = penaltyOf(lengths, weights.lengthPenalty.section);
  const amounts = new Amounts(weights.saturation.section);
  const asked = new Amounts(weights.saturation.asked);
  corpus.sections.forEach((section, number) => {
    for (const stem of stemsIn(section.name)) amounts.add(stem, number, heading);
    const title = section.heading && corpus.pages[section.page]?.title;
    for (const above of [title ?? '', ...section.path]) {
      for (const stem of new Set(stemsIn(above))) amounts.add(stem, number, path);
    }
  });
  // A page's description is the first thing that its top says.
  for (const { first, description } of corpus.pages) {
    for (const stem of new Set(stemsIn(description))) amounts.add(stem, first, prose);
  }
  for (const [stem, list] of corpus.postings) {
    for (const posting of list) {
      const amount = posting.prose * prose + posting.code * code;
      amounts.add(stem, posting.section, amount / penalty(posting.section));
    }
  }
  for (const [stem, list] of corpus.asked) {
    for (const { section, questions } of list) asked.add(stem, section, bitsOf(questions).length);
  }
  return impactsOf(corpus.sections.length, [amounts, 1], [asked, weights.section.asked]);
}

/** The impacts of all stems in whole pages. */
export function pageImpacts(corpus: Corpus, weights: Weights): ImpactsByStem {
  const { title, description, address, headings, prose, code } = weights.page;
  const lengths = lengthsOf(corpus);
  const penalty = penaltyOf(
    corpus.pages.map(({ first, end }) => sum(lengths.slice(first, end))),
    weights.lengthPenalty.page,
  );
  const amounts = new Amounts(weights.saturation.page);
  const asked = new Amounts(weights.saturation.page);
  corpus.pages.forEach((page, number) => {
    for (const stem of new Set(stemsIn(page.title))) amounts.add(stem, number, title);
    for (const stem of new Set(stemsIn(page.description))) amounts.add(stem, number, description);
    for (const stem of new Set(stemsIn(`${page.source ?? ''} ${page.route}`))) {
      amounts.add(stem, number, address);
    }
  });
  for (const section of corpus.sections) {
    for (const stem of stemsIn(section.heading)) {
      amounts.add(stem, section.page, headings / penalty(section.page));
    }
  }
  for (const [stem, list] of corpus.postings) {
    for (const posting of list) {
      const page = corpus.sections[posting.section]?.page ?? 0;
      const amount = posting.prose * prose + posting.code * code;
      amounts.add(stem, page, amount / penalty(page));
    }
  }
  for (const [stem, list] of corpus.asked) {
    for (const { section, questions } of list) {
      asked.add(stem, corpus.sections[section]?.page ?? 0, bitsOf(questions).length);
    }
  }
  return impactsOf(corpus.pages.length, [amounts, 1], [asked, weights.page.asked]);
}

/** Stems of a heading or title, stop words included. */
function stemsIn(text: string): string[] {
  return wordsOf(text).flatMap(termsOf).map(stemOf);
}

/** Weighted occurrences of stems in numbered texts. */
class Amounts {
  readonly byStem = new Map<string, Map<number, number>>();
  private readonly saturation: number;

  /** @param saturation BM25's k1 */
  constructor(saturation: number) {
    this.saturation = saturation;
  }

  add(stem: string, text: number, amount: number): void {
    const texts = this.byStem.get(stem) ?? new Map<number, number>();
    this.byStem.set(stem, texts);
    texts.set(text, (texts.get(text) ?? 0) + amount);
  }

  /** From 0 for a text without the stem to `saturation + 1` for one full of it. */
  saturated(stem: string, text: number): number {
    const amount = this.byStem.get(stem)?.get(text) ?? 0;
    return (amount * (this.saturation + 1)) / (amount + this.saturation);
  }
}

/** The impacts of amounts that are saturated each for themselves. @param texts how many there are */
function impactsOf(
  texts: number,
  ...fields: readonly (readonly [amounts: Amounts, weight: number])[]
): ImpactsByStem {
  const impacts = new Map<string, Impacts>();
  for (const stem of new Set(fields.flatMap(([{ byStem }]) => [...byStem.keys()]))) {
    const having = new Set(fields.flatMap(([{ byStem }]) => [...(byStem.get(stem)?.keys() ?? [])]));
    const rarity = Math.log(1 + (texts - having.size + 0.5) / (having.size + 0.5));
    const counted = [...having].map((text) => {
      const amounts = fields.map(([field, weight]) => weight * field.saturated(stem, text));
      return [text, rarity * sum(amounts)] as const;
    });
    impacts.set(stem, { rarity, at: new Map(counted) });
  }
  return impacts;
}

/** Length of each section's body; a word of code is half a word. */
function lengthsOf({ sections, postings }: Corpus): number[] {
  const lengths = sections.map(() => 0);
  for (const list of postings.values()) {
    for (const { section, prose, code } of list) {
      lengths[section] = (lengths[section] ?? 0) + prose + code / 2;
    }
  }
  return lengths;
}

/** By number of a text: what its occurrences are divided by, 1 for one of average length. */
function penaltyOf(lengths: readonly number[], share: number): (text: number) => number {
  const average = sum(lengths) / lengths.length || 1;
  return (text) => 1 - share + (share * (lengths[text] ?? 0)) / average;
}
