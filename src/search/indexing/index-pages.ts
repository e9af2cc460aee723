/** Makes the compact index of sections from pages: `sections.json` as a value. */
import { LANGUAGES } from '../../model/languages.ts';
import {
  countsToChar,
  encodeNumbers,
  plainAnchorOf,
  type Count,
  type IndexedPage,
  type IndexFile,
  type SynonymEntry,
} from '../index-file.ts';
import { isStopWord } from '../stop-words.ts';
import { stemOf, termsOf, wordsOf, type Word } from '../words.ts';
import type { PageSection } from './read-page.ts';
import { tallyOf, type Tally } from './tally.ts';
import { twinsOf } from './twins.ts';

/** A page to be indexed. */
export interface FoundPage extends Omit<IndexedPage, 'area' | 'sections' | 'removed' | 'fragment'> {
  /** Slug of its area; `''` for the home page. */
  readonly area: string;
  readonly sections: readonly PageSection[];
}

/** The same with Pagefind's fragment that has its text, and what readers ask. */
export interface PageToIndex extends FoundPage, Pick<IndexedPage, 'fragment'> {
  /** The questions that each of its sections answers. */
  readonly asks: readonly (readonly string[])[];
}

/** What a title or description says when the page is about something that is gone. */
const REMOVED = /\b(removed|deprecated)\b/i;

/**
 * Makes the index. The same pages give the same file, byte for byte.
 * @param areas the site's sections in their order
 */
export function indexPages(
  pages: readonly PageToIndex[],
  areas: IndexFile['areas'],
  synonyms: readonly SynonymEntry[],
): IndexFile {
  const sections = pages.flatMap((page) => page.sections);
  const asks = pages.flatMap((page) => page.asks);
  const vocabulary = new Vocabulary();
  for (const { title, description } of pages) vocabulary.learn(`${title} ${description}`);
  for (const text of [...sections.map(({ heading }) => heading), ...asks.flat()]) {
    vocabulary.learn(text);
  }
  const tallies = sections.map(({ passages }) =>
    tallyOf(passages, (word) => vocabulary.meet(word)),
  );
  tallies.forEach((tally, number) => vocabulary.post(number, tally));
  asks.forEach((questions, number) => vocabulary.ask(number, questions));
  return {
    version: 1,
    areas,
    pages: pages.map((page) => indexedPage(page, areas)),
    headings: sections.map(({ heading }) => heading),
    anchors: Object.fromEntries(
      sections.flatMap(({ heading, anchor }, number) =>
        anchor === plainAnchorOf(heading) ? [] : [[number, anchor]],
      ),
    ),
    levels: sections.map(({ level }) => level).join(''),
    languages: sections.map(languageBits).join(''),
    ...vocabulary.write(),
    asks: asks.map(({ length }) => length).join(''),
    twins: twinsOf(tallies),
    synonyms,
  };
}

function indexedPage(page: PageToIndex, areas: IndexFile['areas']): IndexedPage {
  const { route, source, title, description, languages, fragment } = page;
  const isRemoved = REMOVED.test(title) || REMOVED.test(description);
  return {
    route,
    source,
    title,
    description,
    area: areas.findIndex(([slug]) => slug === page.area),
    languages,
    ...(isRemoved && { removed: true as const }),
    fragment,
    sections: page.sections.length,
  };
}

function languageBits({ passages }: PageSection): number {
  const spoken = new Set(passages.map(({ language }) => language));
  return LANGUAGES.reduce((bits, { id }, n) => bits | (spoken.has(id) ? 1 << n : 0), 0);
}

/** All words of the pages by stem: how they are spelled, and where they are. */
class Vocabulary {
  /** Spellings by stem: each term with the way it was written first. */
  private readonly spellings = new Map<string, Map<string, string>>();
  private readonly postings = new Map<string, Map<number, Count>>();
  /** By stem and section: the bits of the questions that have it. */
  private readonly asked = new Map<string, Map<number, number>>();

  learn(text: string): void {
    for (const word of wordsOf(text)) this.meet(word);
  }

  meet({ text, term, parts }: Word): void {
    this.spell(term, parts.length > 0 ? text : term);
    for (const part of parts) this.spell(part, part);
  }

  private spell(term: string, text: string): void {
    if (isStopWord(term)) return;
    const spellings = this.spellings.get(stemOf(term)) ?? new Map<string, string>();
    this.spellings.set(stemOf(term), spellings);
    if (!spellings.has(term)) spellings.set(term, text);
  }

  post(section: number, tally: Tally): void {
    for (const [term, { prose, code }] of tally) {
      const sections = this.postings.get(stemOf(term)) ?? new Map<number, Count>();
      this.postings.set(stemOf(term), sections);
      const count = sections.get(section) ?? { prose: 0, code: 0 };
      sections.set(section, { prose: count.prose + prose, code: count.code + code });
    }
  }

  ask(section: number, questions: readonly string[]): void {
    questions.forEach((question, bit) => {
      for (const term of wordsOf(question).flatMap(termsOf)) {
        if (isStopWord(term)) continue;
        const stem = stemOf(term);
        const sections = this.asked.get(stem) ?? new Map<number, number>();
        this.asked.set(stem, sections);
        sections.set(section, (sections.get(section) ?? 0) | (1 << bit));
      }
    });
  }

  write(): Pick<IndexFile, 'words' | 'postings' | 'counts' | 'singles' | 'asked'> {
    const entries = [...this.spellings]
      .map(([stem, spellings]) => ({
        stem,
        texts: [...spellings.values()].sort(),
        postings: [...(this.postings.get(stem) ?? [])],
        asked: [...(this.asked.get(stem) ?? [])],
      }))
      .filter(({ texts, postings, asked }) => asked.length > 0 || !isPassing(texts, postings))
      .sort((a, b) => (a.stem < b.stem ? -1 : 1));
    const several = entries.filter(({ postings }) => postings.length !== 1);
    const singles = entries
      .filter(({ postings }) => postings.length === 1)
      .sort((a, b) => (a.postings[0]?.[0] ?? 0) - (b.postings[0]?.[0] ?? 0));
    const all = [...several, ...singles];
    return {
      words: all.map(({ texts }) => texts.join(' ')).join('\n'),
      postings: encodeNumbers([
        ...several.flatMap(({ postings }) => [postings.length, ...distances(postings)]),
        ...distances(singles.flatMap(({ postings }) => postings)),
      ]),
      counts: all
        .flatMap(({ postings }) => postings.map(([, count]) => countsToChar(count)))
        .join(''),
      singles: singles.length,
      asked: encodeNumbers(
        all.flatMap(({ asked }) => {
          const gaps = distances(asked);
          return [asked.length, ...asked.flatMap(([, bits], at) => [gaps[at] ?? 0, bits])];
        }),
      ),
    };
  }
}

type Postings<Value = Count> = readonly (readonly [section: number, value: Value])[];

/**
 * Is this a number or a chain of members (`response.data.id`) that stands once, in a block of code?
 * Nobody asks for it by that, and its pieces are indexed: it isn't worth its place in the index. The
 * name of a file (`iii-config.yaml`) has a hyphen, which no member has.
 */
function isPassing(texts: readonly string[], postings: Postings): boolean {
  const [only, ...others] = postings;
  if (!only || others.length > 0 || only[1].prose > 0) return false;
  return texts.every((text) => /\d|^[^-]*\.[^-]*$/.test(text));
}

/** How far each section number is from the one before it. */
function distances(list: Postings<unknown>): number[] {
  return list.map(([section], at) => section - (list[at - 1]?.[0] ?? 0));
}
