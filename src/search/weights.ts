/**
 * Every knob of the ranking, in one place. Turn one, run `npm run bench:search`, and read what it
 * did to each kind of question; `content/_source/synonyms.yaml` is the other thing to turn.
 */
export interface Weights {
  /** What one occurrence of a word counts in each place of a section. */
  readonly section: Readonly<Record<'heading' | 'path' | 'prose' | 'code' | 'asked', number>>;
  /** The same for a page as a whole, whose score supports each of its sections. */
  readonly page: Readonly<
    Record<'title' | 'description' | 'address' | 'headings' | 'prose' | 'code' | 'asked', number>
  >;
  /** Share of the page's score that each of its sections gets. */
  readonly pageShare: number;
  /** Extra for a heading whose words are all asked for; less as it has others. */
  readonly wholeHeading: number;
  /** What a stop word in a heading counts among its others: "The Steps" is less about steps than "Steps". */
  readonly filler: number;
  /** The same for the question, of those that the section answers, that is most like the query. */
  readonly wholeQuestion: number;
  /** Extra for words of the query that stand side by side in a heading as well. */
  readonly neighbours: number;
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
  readonly joined: number;
  /** Factor for pages on what was removed, unless they are asked for by name. */
  readonly removed: number;
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
  section: { heading: 4, path: 1, prose: 1, code: 0.6, asked: 0.3 },
  page: {
    title: 6,
    description: 3,
    address: 1.5,
    headings: 1.2,
    prose: 0.5,
    code: 0.2,
    asked: 0.3,
  },
  pageShare: 0.5,
  wholeHeading: 0.35,
  wholeQuestion: 0.6,
  filler: 0.5,
  neighbours: 0.2,
  saturation: { section: 1, asked: 1, page: 6 },
  lengthPenalty: { section: 0.35, page: 0.5 },
  symbolPart: 0.5,
  sameWord: 0.8,
  synonym: 0.5,
  synonymOfPhrase: 0.9,
  mended: 0.85,
  completed: 0.8,
  joined: 0.7,
  removed: 0.75,
  closing: 0.9,
  otherLanguage: 0.9,
  ofThisSite: 0.6,
  phrase: 2,
  again: 0.85,
  perPage: 3,
};
