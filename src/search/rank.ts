/** Ranks the sections of the index for a query that was read. */
import type { LanguageId } from '../model/languages.ts';
import type { IndexedPage } from './index-file.ts';
import type { ImpactsByStem } from './impacts.ts';
import { headingScore, rarityOf } from './heading-score.ts';
import { questionScores } from './question-score.ts';
import type { ReadQuery, Slot } from './query.ts';
import type { SearchOptions } from './result.ts';
import type { Section } from './corpus.ts';
import type { SectionIndex } from './section-index.ts';
import { sum } from './sum.ts';
import type { Weights } from './weights.ts';
import { stemOf, termsOf, wordsOf } from './words.ts';

/** A section, by its number, with its score. */
export interface Ranked {
  readonly section: number;
  readonly score: number;
}

/** Headings of sections that say a page's words again and lead on to other pages. */
const CLOSING = /^(what['’]s next|next steps|conclusion|dive into the code|acknowledg)/i;

/**
 * The sections that fit, best first. A section's score is what the words count in itself, a share
 * of what they count in its page, and extra for a heading that the query names; sections that say
 * again what is listed already stand back.
 * @param meant sections that hold a phrase of the query as it stands, or that it names by address
 */
export function rank(
  query: Pick<ReadQuery, 'slots' | 'neighbours'>,
  index: SectionIndex,
  { limit = 10, section: area, language, preferred }: SearchOptions = {},
  meant: ReadonlySet<number> = new Set(),
): Ranked[] {
  const { weights, pages, sections } = index;
  const { slots } = query;
  const own = scoresOf(slots, index.inSections);
  const ofPage = scoresOf(slots, index.inPages);
  const questions = questionScores(query, index);
  const phraseScore = weights.phrase * sum(slots.map((slot) => bestRarity(slot, index)));
  const ranked = sections.flatMap((section, number) => {
    const page = pages[section.page];
    const score = (own.get(number) ?? 0) + weights.pageShare * (ofPage.get(section.page) ?? 0);
    if (!page || score === 0 || !isWanted(section, index, area, language)) return [];
    const heading = headingScore(section, query, index);
    const phrase = meant.has(number) ? phraseScore : 0;
    const factor = asideFactor(page, weights);
    const stand = factor < 1 && isNamed(page.title, slots) ? 1 : factor;
    const foreign = isForeign(section, preferred) ? weights.otherLanguage : 1;
    const closing = CLOSING.test(section.heading) ? weights.closing : 1;
    return [
      {
        section: number,
        score:
          (score + heading + (questions.get(number) ?? 0) + phrase) * stand * foreign * closing,
      },
    ];
  });
  return spread(ranked, index).slice(0, limit);
}

/** What holds back a page that is not about Motia as it is. */
function asideFactor({ removed, source }: IndexedPage, weights: Weights): number {
  return (removed ? weights.removed : 1) * (source === null ? weights.ofThisSite : 1);
}

/** By number of a text: the sum over the slots of what the best of each one's meanings counts there. */
function scoresOf(slots: readonly Slot[], impacts: ImpactsByStem): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { weight, meanings } of slots) {
    const best = new Map<number, number>();
    for (const [stem, nearness] of meanings) {
      for (const [text, impact] of impacts.get(stem)?.at ?? []) {
        best.set(text, Math.max(best.get(text) ?? 0, nearness * impact));
      }
    }
    for (const [text, score] of best) scores.set(text, (scores.get(text) ?? 0) + weight * score);
  }
  return scores;
}

function bestRarity({ meanings }: Slot, index: SectionIndex): number {
  return Math.max(0, ...[...meanings].map(([stem, nearness]) => nearness * rarityOf(stem, index)));
}

/** Is the section in the wanted area, and in the wanted language or none on a page that has it? */
function isWanted(
  { page, languages }: Section,
  { pages, areas }: SectionIndex,
  area: string | undefined,
  language: LanguageId | undefined,
): boolean {
  const of = pages[page];
  if (area !== undefined && (!of || areas[of.area]?.[0] !== area)) return false;
  if (language === undefined || languages.includes(language)) return true;
  return languages.length === 0 && Boolean(of?.languages.includes(language));
}

/** Is all of the section's code in languages that the reader does not write? */
function isForeign({ languages }: Section, preferred: LanguageId | undefined): boolean {
  return preferred !== undefined && languages.length > 0 && !languages.includes(preferred);
}

/** Does the query ask for a page by its name, or for what is no more? */
function isNamed(title: string, slots: readonly Slot[]): boolean {
  const names = new Set(wordsOf(title).flatMap(termsOf).map(stemOf));
  const asked = slots.filter(({ asked }) => asked);
  const isAbout = (stem: string) => slots.some(({ meanings }) => meanings.has(stem));
  return (
    isAbout(stemOf('removed')) ||
    asked.every(({ meanings }) => [...meanings.keys()].some((stem) => names.has(stem)))
  );
}

/** Sorts, with less for each further section of a page or of a set of twins, and no more than `perPage`. */
function spread(ranked: readonly Ranked[], { sections, weights }: SectionIndex): Ranked[] {
  const listed = new Map<string, number>();
  const times = (key: string) => {
    const before = listed.get(key) ?? 0;
    listed.set(key, before + 1);
    return before;
  };
  return ranked
    .toSorted(byScore)
    .flatMap(({ section, score }) => {
      const of = sections[section];
      const onPage = times(`page ${of?.page}`);
      const asTwin = of?.twins === undefined ? 0 : times(`twins ${of.twins}`);
      const stand = weights.again ** Math.max(onPage, asTwin);
      return onPage < weights.perPage ? [{ section, score: score * stand }] : [];
    })
    .toSorted(byScore);
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.section - b.section;
}
