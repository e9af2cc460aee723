/** Ranks the sections of the index for a query that was read. */
import type { LanguageId } from '../model/languages.ts';
import type { Line, Page, Section } from './corpus.ts';
import type { Impacts } from './impacts.ts';
import type { ReadQuery, Slot } from './query.ts';
import type { SearchOptions } from './result.ts';
import { rarityOf, type SectionIndex } from './section-index.ts';
import { sum } from './sum.ts';
import type { Weights } from './weights.ts';
import { stemOf, termsOf, wordsOf } from './words.ts';

/** A section, by its number, with its score. */
export interface Ranked {
  readonly section: number;
  readonly score: number;
}

/** Headings of sections that say a page's words again and lead on to other pages. */
export const CLOSING = /^(what['’]s next|next steps|conclusion|dive into the code|acknowledg)/i;

/** Headings of what helps when something goes wrong, and so of all that stands below them. */
const REMEDY = /\b(common issues|troubleshooting|debugging)\b/i;

/** Pages that tell how one application is built. */
export const TOLD = /^\/(examples|showcase)\/.|\/build-your-first-/;

/**
 * The sections that fit, best first. A section's score is what the words count in itself, a share
 * of what they count in its page, and extra for a name, question or message that the query says
 * whole; sections that say again what is listed already stand back.
 * @param meant sections that hold a phrase of the query as it stands, or that it names, and how surely
 */
export function rank(
  { slots, complains }: Pick<ReadQuery, 'slots'> & Partial<ReadQuery>,
  index: SectionIndex,
  { limit = 10, section: area, language, preferred, each }: SearchOptions = {},
  meant: ReadonlyMap<number, number> = new Map(),
): Ranked[] {
  const { weights, pages, sections } = index;
  const own = scoresOf(slots, index, ({ inSections }) => inSections);
  const ofPage = scoresOf(slots, index, ({ inPages }) => inPages);
  const said = linesSaid(slots, index);
  const covered = scoresOf(slots, index, ({ rarity, inSections }) =>
    rarities(inSections.keys(), rarity),
  );
  const all = sum(slots.map((slot) => bestRarity(slot, index)));
  const ranked = [...own].flatMap(([number, score]) => {
    const section = sections[number];
    const page = section && pages[section.page];
    if (!page || !isWanted(section, index, area, language)) return [];
    const share = weights.pageShare * (ofPage.get(section.page) ?? 0);
    const extra = (said.get(number) ?? 0) + all * weights.phrase * (meant.get(number) ?? 0);
    const coverage = 1 - weights.coverage * (1 - (covered.get(number) ?? 0) / all);
    const helps = complains && [section.heading, ...section.path].some((one) => REMEDY.test(one));
    const stand = standOf(section, page, slots, weights) * (helps ? weights.remedy : 1);
    const foreign = isForeign(section, preferred) ? weights.otherLanguage : 1;
    return [{ section: number, score: (score + share + extra) * coverage * stand * foreign }];
  });
  return (each ? ranked.toSorted(byScore) : spread(ranked, index)).slice(0, limit);
}

/** How far a section stands back for what it and its page are, unless they are asked for by name. */
function standOf(section: Section, page: Page, slots: readonly Slot[], weights: Weights): number {
  const isAboutRemoved = slots.some(({ meanings }) => meanings.has(stemOf('removed')));
  const aside =
    (page.removed && !isAboutRemoved ? weights.removed : 1) *
    (page.source === null ? weights.ofThisSite : 1);
  return (
    (aside < 1 && isNamed(page.title, slots) ? 1 : aside) *
    (TOLD.test(page.route) ? weights.told : 1) *
    (CLOSING.test(section.heading) ? weights.closing : 1)
  );
}

/** Has a name all words that are asked for? */
function isNamed(name: string, slots: readonly Slot[]): boolean {
  const names = new Set(wordsOf(name).flatMap(termsOf).map(stemOf));
  return slots.every(
    ({ asked, meanings }) => !asked || [...meanings.keys()].some((stem) => names.has(stem)),
  );
}

/** By number of a section: what those of its lines count that the query says, the best of each kind. */
function linesSaid(slots: readonly Slot[], index: SectionIndex): Map<number, number> {
  const { weights } = index;
  const said = scoresOf(slots, index, ({ rarity, names, lines }) =>
    rarities([...names, ...lines], rarity),
  );
  const best = {
    name: new Map(),
    question: new Map(),
    message: new Map(),
  } as const satisfies Record<Line['kind'], Map<number, number>>;
  for (const [number, score] of said) {
    const line = index.lines[number];
    if (!line) continue;
    const { kind, section, worth } = line;
    // It counts the less, the more words it has that are not asked for.
    const whole = score * Math.min(1, score / worth);
    best[kind].set(section, Math.max(best[kind].get(section) ?? 0, whole));
  }
  const total = new Map<number, number>();
  for (const kind of ['name', 'question', 'message'] as const) {
    for (const [section, score] of best[kind]) {
      total.set(section, (total.get(section) ?? 0) + weights.whole[kind] * score);
    }
  }
  return total;
}

function rarities(numbers: Iterable<number>, rarity: number): (readonly [number, number])[] {
  return Array.from(numbers, (number) => [number, rarity] as const);
}

/** By number: the sum over the slots of what the best of each one's meanings counts there. */
function scoresOf(
  slots: readonly Slot[],
  index: SectionIndex,
  countsOf: (impacts: Impacts) => Iterable<readonly [number: number, counts: number]>,
): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { weight, meanings } of slots) {
    const best = new Map<number, number>();
    for (const [stem, nearness] of meanings) {
      const impacts = index.impacts(stem);
      for (const [number, counts] of impacts ? countsOf(impacts) : []) {
        best.set(number, Math.max(best.get(number) ?? 0, nearness * counts));
      }
    }
    for (const [number, score] of best) {
      scores.set(number, (scores.get(number) ?? 0) + weight * score);
    }
  }
  return scores;
}

function bestRarity({ meanings, weight }: Slot, index: SectionIndex): number {
  const rarities = [...meanings].map(([stem, nearness]) => nearness * rarityOf(stem, index));
  return weight * Math.max(0, ...rarities);
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
