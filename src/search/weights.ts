/**
 * Every knob of the ranking, in one place. Turn one, run `npm run bench:search`, and read what it
 * did to each kind of question; `content/_source/synonyms.yaml` is the other thing to turn.
 */
export interface Weights {
  /** What one occurrence of a word counts in each place of a section; `path` and `title` stand above it. */
  readonly section: Readonly<
    Record<'heading' | 'path' | 'title' | 'prose' | 'code' | 'asked', number>
  >;
  /** The same for a page as a whole, whose score supports each of its sections. */
  readonly page: Readonly<Record<'title' | 'headings' | 'prose' | 'asked', number>>;
  /** Share of the page's score that each of its sections gets. */
  readonly pageShare: number;
  /**
   * Extra for a section's name whose words are all asked for, less as it has others; the same for the
   * question that it answers, and the message of its code, that is most like the query.
   */
  readonly whole: Readonly<Record<'name' | 'question' | 'message', number>>;
  /** How much a section is held back that has not all words of the query, from 0 to 1. */
  readonly coverage: number;
  /** BM25's k1: after about so many occurrences more of the same word stop to count. */
  readonly saturation: Readonly<Record<'section' | 'asked' | 'page', number>>;
  /** BM25's b: how much texts longer than the average are held back, from 0 to 1. */
  readonly lengthPenalty: Readonly<Record<'section' | 'page', number>>;
  /** What stands in for a word of the query, against 1 for the word itself. */
  readonly symbolPart: number;
  readonly sameWord: number;
  readonly synonym: number;
  readonly synonymOfPhrase: number;
  readonly mended: number;
  readonly completed: number;
  /** Factor for pages on what was removed, unless they are asked for by name. */
  readonly removed: number;
  /** Factor for pages that tell how one application is built: what holds for all is said elsewhere. */
  readonly told: number;
  /** Factor for what helps when something goes wrong, where the query tells of that. */
  readonly remedy: number;
  /** Factor for sections that close a page, repeat it and lead on: what they say is said above. */
  readonly closing: number;
  /** Factor for sections whose code is only in languages that the reader does not write. */
  readonly otherLanguage: number;
  /** Factor for pages on this site itself, which no scrape has, unless they are asked for by name. */
  readonly ofThisSite: number;
  /** Extra for a section that holds a phrase in quotes, or is named by its address, against all words. */
  readonly phrase: number;
  /** Factor for each further section of a page that is listed already, and the most of them. */
  readonly again: number;
  readonly perPage: number;
}

export const WEIGHTS: Weights = {
  section: { heading: 4, path: 1, title: 1, prose: 1, code: 0.4, asked: 0.4 },
  page: { title: 4, headings: 1.2, prose: 0.5, asked: 0.7 },
  pageShare: 1.75,
  whole: { name: 0.35, question: 0.6, message: 0.8 },
  coverage: 0.3,
  saturation: { section: 1, asked: 1, page: 6 },
  lengthPenalty: { section: 0.35, page: 0.5 },
  symbolPart: 0.5,
  sameWord: 0.8,
  synonym: 0.5,
  synonymOfPhrase: 0.9,
  mended: 0.85,
  completed: 0.8,
  removed: 0.75,
  told: 0.8,
  remedy: 1.4,
  closing: 0.9,
  otherLanguage: 0.9,
  ofThisSite: 0.6,
  phrase: 2,
  again: 0.85,
  perPage: 3,
};
