/** What a search takes and gives. */
import type { LanguageId } from '../model/languages.ts';

export interface SearchOptions {
  /** The most hits to give; 10 unless told. */
  readonly limit?: number | undefined;
  /** Slug of the only section of the site to look in: `guides`. */
  readonly section?: string | undefined;
  /** Only sections that say something in, or hold for, this language. */
  readonly language?: LanguageId | undefined;
  /** The reader's language: sections with code in others only stand back a little. */
  readonly preferred?: LanguageId | undefined;
  /** Every section by its own score: none stands back for others of its page. */
  readonly each?: boolean | undefined;
  /** Take misspelled words as they are written. */
  readonly verbatim?: boolean | undefined;
  /**
   * False while a reader is still typing: phrases are taken as words, and unknown words aren't
   * looked up in the full text, which would have to be loaded.
   */
  readonly fullText?: boolean | undefined;
}

/** A piece of an excerpt. */
export interface Piece {
  readonly text: string;
  /** It is a word that was looked for. */
  readonly marked: boolean;
  readonly code: boolean;
}

/** One section of a page that answers a query. */
export interface Hit {
  /** Address with the site's base path and the anchor: `/guides/streams/#ephemeral-events`. */
  readonly url: string;
  /** Route of the page below the base: `/guides/streams/`. */
  readonly route: string;
  /** Upstream path of the page (`/docs/development-guide/streams`), null for one written by hand. */
  readonly source: string | null;
  /** Title of the page. */
  readonly title: string;
  /** Plain text of the section's heading; `''` for the top of the page. */
  readonly heading: string;
  /** Id of the heading; `''` for the top of the page. */
  readonly anchor: string;
  /** Names of the site's section, the page, and the headings above this one. */
  readonly breadcrumb: readonly string[];
  /** What the reader must know before using it: it was removed, or its code is not as the package is. */
  readonly warning: string | null;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** Terms (stems) by which the section was found, for marking words. */
  readonly terms: readonly string[];
  /** Words of the query that neither the section nor its page has in any form. */
  readonly missing: readonly string[];
}

/** A hit with the lines of the section that answer best. */
export interface HitWithExcerpt extends Hit {
  readonly excerpt: string;
  readonly pieces: readonly Piece[];
}

export interface Answer<Found extends Hit = Hit> {
  readonly query: string;
  /** The query as it was understood, when words had to be mended; else null. */
  readonly corrected: string | null;
  /** No hit has all words of the query. */
  readonly partial: boolean;
  /**
   * The docs seem to answer the query; where they don't, the hits are only what comes nearest. True
   * while a reader is still typing.
   */
  readonly answered: boolean;
  /** Best first. */
  readonly hits: readonly Found[];
}

/** What is said where the docs do not seem to answer a query, before the hits. */
export const UNANSWERED = 'Nothing here seems to answer this; nearest:';
