/**
 * `sections.json`, the compact index of sections that stands beside Pagefind's index of the text:
 * which words each section of each page has, and what is needed to rank and name it. Loaded on
 * first use; the text itself stays in Pagefind's fragments.
 *
 * It takes about 1 kB a page (brotli). For thousands of pages it would be cut as Pagefind cuts its
 * own: `words`, `postings` and `counts` by the first letters of the stem, `headings` by page, each
 * loaded when a query needs it. What is always loaded is then the list of pages. Ranking would not
 * change: it asks for impacts stem by stem.
 */
import type { LanguageId } from '../model/languages.ts';

/** Where Pagefind and `sections.json` are, below the site's base. */
export const SEARCH_FOLDER = 'pagefind/';
/** The index of sections, in that folder. */
export const INDEX_FILE = 'sections.json';

/** The file as JSON. Per-section strings and lists run through all pages, in order. */
export interface IndexFile {
  readonly version: 1;
  /** The site's own sections: slug and label. */
  readonly areas: readonly (readonly [slug: string, label: string])[];
  readonly pages: readonly IndexedPage[];
  readonly headings: readonly string[];
  /** Anchors that {@link plainAnchorOf} does not get from the heading, by section number. */
  readonly anchors: Readonly<Record<number, string>>;
  /** One digit a section: level of its heading, 1 for the top of a page. */
  readonly levels: string;
  /** One digit a section: bits of the languages of its code, in the order of `LANGUAGES`. */
  readonly languages: string;
  /**
   * Vocabulary: one line a stem, with its spellings on the pages, separated by spaces. First, in
   * alphabetical order, those of several sections; then, section by section, those of one only.
   */
  readonly words: string;
  /**
   * As {@link encodeNumbers}: for each stem of several sections (or none) how many, then how far
   * each is from the one before; for each stem of one section how far that is from the stem before.
   */
  readonly postings: string;
  /** How many of the words are in one section only. */
  readonly singles: number;
  /** For each posting one character: occurrences in prose and in code, as {@link countsToChar}. */
  readonly counts: string;
  /** One digit a section: how many questions it has that readers ask, see `model/asked.ts`. */
  readonly asks: string;
  /**
   * As {@link encodeNumbers}: for each stem how many sections have it in their questions, then for
   * each how far it is from the one before, and the bits of the questions that have it.
   */
  readonly asked: string;
  /** Sets of sections, by number, that say nearly the same. */
  readonly twins: readonly (readonly number[])[];
  readonly synonyms: readonly SynonymEntry[];
}

export interface IndexedPage {
  readonly route: string;
  readonly source: string | null;
  readonly title: string;
  readonly description: string;
  /** Number of its area; -1 for the home page. */
  readonly area: number;
  readonly languages: readonly LanguageId[];
  /** Present when the page is about something that was removed. */
  readonly removed?: true;
  /** Pagefind's fragment with its text, relative to the search folder. */
  readonly fragment: string;
  /** How many sections it has, its top included. */
  readonly sections: number;
}

/** Words and phrases that readers use, their terms separated by spaces, for stems of the docs. */
export interface SynonymEntry {
  readonly says: readonly string[];
  readonly docs: readonly string[];
  /** Present when they are forms of one word. */
  readonly same?: true;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** Writes natural numbers as Base64 VLQ without sign (the coding of source maps). */
export function encodeNumbers(numbers: Iterable<number>): string {
  let text = '';
  for (let rest of numbers) {
    while (rest > 31) {
      text += DIGITS.charAt((rest & 31) | 32);
      rest >>>= 5;
    }
    text += DIGITS.charAt(rest);
  }
  return text;
}

/** Reads what {@link encodeNumbers} wrote. */
export function* decodeNumbers(text: string): Generator<number> {
  let number = 0;
  let shift = 0;
  for (const digit of text) {
    const value = VALUES.get(digit) ?? 0;
    number |= (value & 31) << shift;
    shift += 5;
    if (value > 31) continue;
    yield number;
    number = 0;
    shift = 0;
  }
}

/** The numbers of the bits that are set. */
export function bitsOf(bits: number): number[] {
  return [0, 1, 2, 3, 4].filter((bit) => bits & (1 << bit));
}

/** Occurrences of a word in running text (inline code included) and in blocks of code. */
export interface Count {
  readonly prose: number;
  readonly code: number;
}

/** More occurrences than this count as so many. */
const MOST = 2;

/** Packs the occurrences of a word in prose and in code: none, one, or two and more of each. */
export function countsToChar({ prose, code }: Count): string {
  return DIGITS.charAt(Math.min(prose, MOST) * 4 + Math.min(code, MOST));
}

/** The counts that a character stands for; none for one that stands for none. */
export function charToCounts(char: string): Count {
  const value = VALUES.get(char) ?? 0;
  return { prose: value >> 2, code: value & 3 };
}

/** The anchor that most headings have: `How It Works` → `how-it-works`. */
export function plainAnchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}
