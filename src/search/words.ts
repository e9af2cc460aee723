/** Splits text into words: one rule for the pages that are indexed and the queries that are asked. */
import { stemmer } from 'stemmer';

/** One word of a text. */
export interface Word {
  /** As written, without the punctuation around it: `visibilityTimeout`, `--skip-redis` → `skip-redis`. */
  readonly text: string;
  /** What it is compared by, see {@link termOf}: `visibilitytimeout`. */
  readonly term: string;
  /** Terms of a symbol's pieces (`visibility`, `timeout`), single letters aside; empty for a plain word. */
  readonly parts: readonly string[];
  /** Where `text` starts in the text it was read from. */
  readonly start: number;
}

/** What can stand in one word or symbol; paths and addresses fall into their segments. */
const RUN = /[\p{L}\p{M}\p{N}_$.+#-]+/gu;
/** A run without punctuation before and after it; `C++` and `C#` keep theirs. */
const CORE = /[\p{L}\p{N}_$](?:.*[\p{L}\p{M}\p{N}_$#+])?/u;
/**
 * Between a symbol's pieces: separators, and where lower case or a digit turns to upper case; the
 * plural of `API` has no seam.
 */
const SEAM =
  /[^\p{L}\p{M}\p{N}]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})(?!\p{Lu}s(?!\p{Ll}))/gu;

/** Longer runs are keys or encoded text, not symbols: only their pieces count. */
const LONGEST_SYMBOL = 48;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const core = CORE.exec(run);
    const term = core ? termOf(core[0]) : '';
    if (!core || term === '') continue;
    const start = index + core.index;
    const parts = core[0]
      .split(SEAM)
      .map(termOf)
      .filter((part) => part.length > 1);
    if (parts.length < 2) words.push({ text: core[0], term, parts: [], start });
    else if (core[0].length <= LONGEST_SYMBOL) words.push({ text: core[0], term, parts, start });
    else words.push(...parts.map((part) => ({ text: part, term: part, parts: [], start })));
  }
  return words;
}

/** A word's own term and those of its pieces: `REDIS_URL` → `redisurl`, `redis`, `url`. */
export function termsOf({ term, parts }: Word): string[] {
  return [term, ...parts];
}

/**
 * What a word is compared by: lower case, without accents and separators, so that `REDIS_URL`,
 * `redisUrl` and `redis-url` are one. A number keeps its dots: 30.00 is not port 3000.
 */
export function termOf(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}#+.]+/gu, '')
    .toLowerCase();
}

/** The stem that the forms of an English word share (Porter): `deploying`, `deployment` → `deploi`. */
export function stemOf(term: string): string {
  return /^[a-z]{4,}$/.test(term) ? stemmer(term) : term;
}

/** A term without a plural's ending: `triggers` → `trigger`, `retries` → `retry`. */
export function singularOf(term: string): string {
  if (term.length < 4 || !/[^s]s$/.test(term)) return term;
  return term.replace(/ies$/, 'y').replace(/s$/, '');
}
