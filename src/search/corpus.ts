/** What there is to be found: pages, their sections, and the lines that are known whole. */
import type { LanguageId } from '../model/languages.ts';
import type { IndexedPage } from './index-file.ts';

/** A page and the numbers of its sections: from `first` to before `end`. */
export interface Page extends IndexedPage {
  readonly first: number;
  readonly end: number;
  /** Its words against the average of pages. */
  readonly length: number;
}

/** A section: a heading and what stands below it until the next. */
export interface Section {
  /** Number of its page. */
  readonly page: number;
  /** Plain text; `''` for the top of a page. */
  readonly heading: string;
  readonly anchor: string;
  /** The headings above its own, outermost first; the page's title is above them all. */
  readonly path: readonly string[];
  /** Numbers of the sections below its heading: from the next to before this. */
  readonly end: number;
  /** Languages of its code. */
  readonly languages: readonly LanguageId[];
  /** Its words against the average of sections; a word of code is half a word. */
  readonly length: number;
  /** What readers are warned of: "Does not check with motia …". */
  readonly warning: string | undefined;
  /** Number of the set of sections that say nearly the same, if it is in one. */
  readonly twins: number | undefined;
}

/** A line that the index knows whole. */
export interface Line {
  readonly kind: 'name' | 'question' | 'message';
  readonly section: number;
  /** How much it says: the sum of its words' rarities. */
  readonly worth: number;
}

export interface Corpus {
  readonly pages: readonly Page[];
  readonly sections: readonly Section[];
  /** By number: the names of sections, the questions that they answer, the messages of their code. */
  readonly lines: readonly Line[];
}
