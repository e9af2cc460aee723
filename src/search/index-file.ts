/**
 * `sections.json`, the compact index of sections that stands beside Pagefind's index of the text:
 * which words each section of each page has, and what is needed to rank and name it. Loaded on
 * first use; the text itself stays in Pagefind's fragments.
 */
import type { LanguageId } from '../model/languages.ts';

/** Where Pagefind and `sections.json` are, below the site's base. */
export const SEARCH_FOLDER = 'pagefind/';
/** The index of sections, in that folder. */
export const INDEX_FILE = 'sections.json';

/** The file as JSON. Per-section strings and lists run through all pages, in order. */
export interface IndexFile extends Vocabulary {
  readonly version: 3;
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
  /** As {@link encodeNumbers}: how many words each section has; a word of code is half a word. */
  readonly lengths: string;
  /**
   * As {@link encodeNumbers}: how many questions each section answers, and how many messages its code
   * has. These are lines, and so are the names of sections; they are numbered section by section, first
   * all names, then all questions, then all messages.
   */
  readonly questions: string;
  readonly messages: string;
  /** As {@link encodeNumbers}: how much each line says, the sum of its words' rarities. */
  readonly worths: string;
  /** What readers are warned of, by section number. */
  readonly warnings: Readonly<Record<number, string>>;
  /** Sets of sections, by number, that say nearly the same. */
  readonly twins: readonly (readonly number[])[];
  readonly synonyms: readonly SynonymEntry[];
}

/** Which words there are, and where. */
export interface Vocabulary {
  /**
   * One line a stem, with its spellings on the pages, separated by spaces. First, in alphabetical
   * order, those of several sections; then, section by section, those of one only.
   */
  readonly words: string;
  /**
   * As {@link encodeNumbers}: for each stem of several sections (or none) how many, then how far
   * each is from the one before; for each stem of one section how far that is from the stem before.
   */
  readonly postings: string;
  /** How many of the words are in one section only. */
  readonly singles: number;
  /** For each posting one character: where in the section and how often, as {@link countsToChar}. */
  readonly counts: string;
  /** As {@link encodeNumbers}: for each stem in how many lines it is, names aside, then how far each is from the one before. */
  readonly inLines: string;
}

export interface IndexedPage {
  readonly route: string;
  readonly source: string | null;
  readonly title: string;
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

/** How far each number is from the one before it. */
export function gapsOf(numbers: readonly number[]): number[] {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}

/** Occurrences of a word in a section: in its heading, in running text (inline code included), in blocks of code. */
export interface Count {
  readonly heading: number;
  readonly prose: number;
  readonly code: number;
}

/** More occurrences than these count as so many. */
const MOST: Count = { heading: 2, prose: 2, code: 1 };

/** What of a count is kept. */
export function cappedCount({ heading, prose, code }: Count): Count {
  return {
    heading: Math.min(heading, MOST.heading),
    prose: Math.min(prose, MOST.prose),
    code: Math.min(code, MOST.code),
  };
}

/** Packs the occurrences of a word. */
export function countsToChar(count: Count): string {
  const { heading, prose, code } = cappedCount(count);
  return DIGITS.charAt((heading * 3 + prose) * 2 + code);
}

/** The counts that a character stands for; none for one that stands for none. */
export function charToCounts(char: string): Count {
  const value = VALUES.get(char) ?? 0;
  return { heading: Math.floor(value / 6), prose: Math.floor(value / 2) % 3, code: value % 2 };
}

/** The anchor that most headings have: `How It Works` → `how-it-works`. */
export function plainAnchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}
