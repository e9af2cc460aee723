/** The text of the site as the scoring reads it: pages, their sections, and where each stem stands. */
import type { LanguageId } from '../model/languages.ts';
import type { IndexedPage } from './index-file.ts';

/** A page and the numbers of its sections: from `first` to before `end`. */
export interface Page extends IndexedPage {
  readonly first: number;
  readonly end: number;
}

/** A section: a heading and what stands below it until the next. */
export interface Section {
  /** Number of its page. */
  readonly page: number;
  /** Plain text; `''` for the top of a page. */
  readonly heading: string;
  /** What the section is called: its heading, or for the top the page's title. */
  readonly name: string;
  /** Stems of its name's words, stop words aside. */
  readonly nameStems: readonly string[];
  /** How many of its name's words are stop words. */
  readonly fillers: number;
  /** Words of its name that stand side by side, stop words included. */
  readonly neighbours: readonly string[];
  readonly anchor: string;
  /** The headings above its own, outermost first; the page's title is above them all. */
  readonly path: readonly string[];
  /** Languages of its code. */
  readonly languages: readonly LanguageId[];
  /** Number of the set of sections that say nearly the same, if it is in one. */
  readonly twins: number | undefined;
}

/** Occurrences of a stem in the body of one section. */
export interface Posting {
  readonly section: number;
  readonly prose: number;
  readonly code: number;
}

/** A stem in the questions of one section. */
export interface Asking {
  readonly section: number;
  /** A bit for each of the section's questions that has it. */
  readonly questions: number;
}

/** What there is to weigh. */
export interface Corpus {
  readonly pages: readonly Page[];
  readonly sections: readonly Section[];
  /** By stem: where it is in the body of sections. */
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** By stem: where it is in the questions that sections answer. */
  readonly asked: ReadonlyMap<string, readonly Asking[]>;
}
