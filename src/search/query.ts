/** Reads a query: what each of its words may mean in the site's own vocabulary. */
import { mend } from './mend.ts';
import { withoutFrames } from './pasted.ts';
import type { SearchOptions } from './result.ts';
import { isKnown, type SectionIndex } from './section-index.ts';
import { isStopWord } from './stop-words.ts';
import { singularOf, stemOf, wordsOf, type Word } from './words.ts';

/** A word of the query, or something derived from its words, and all that it may mean. */
export interface Slot {
  /** As the reader wrote it. */
  readonly text: string;
  /** What it counts against a plain word's 1. */
  readonly weight: number;
  /** False for what only supports: pieces of a symbol, phrases. */
  readonly asked: boolean;
  /** Stems, and how far each stands for the word (1 = it is the word). */
  readonly meanings: Map<string, number>;
}

export interface ReadQuery {
  readonly slots: readonly Slot[];
  /** The query with its misspelled words mended, or null when nothing had to be. */
  readonly corrected: string | null;
  /** What stands in quotes. */
  readonly phrases: readonly string[];
  /** Does it tell of something that goes wrong? */
  readonly complains: boolean;
}

/** Words of somebody for whom something does not work. */
const COMPLAINT =
  /\b(not|never|no|cannot|\w+n['’]t|fail(s|ed|ing|ure)?|errors?|wrong|missing|refused|stuck|broken|crash(es|ed)?)\b/i;

/** A known word in this many sections is not taken apart: "TypeScript" isn't about scripts. */
const COMMON = 10;
/** More quotes than for so many phrases are code. */
const MOST_PHRASES = 3;
/** Letters after which an unfinished last word is completed. */
const COMPLETED_FROM = 2;

/** Reads a query against the vocabulary and synonyms of an index. */
export function readQuery(
  query: string,
  index: SectionIndex,
  { verbatim = false }: Pick<SearchOptions, 'verbatim'> = {},
): ReadQuery {
  const all = wordsOf(withoutFrames(query));
  const plain = all.filter(({ term, parts }) => parts.length > 0 || !isStopWord(term));
  const words = plain.length > 0 ? plain : all;
  const last = words.at(-1);
  const once = [...new Map(words.map((word) => [word.term, word])).values()];
  const mended: Mended = verbatim ? new Map() : mendedTerms(once, last, index);
  const slots = once.flatMap((word) => slotsOf(word, mended, word === last, index));
  addSynonyms(slots, all, mended, index);
  return {
    slots,
    corrected: correctedText(query, words, mended, index),
    phrases: phrasesOf(query),
    complains: COMPLAINT.test(query),
  };
}

/** What stands between each pair of quotes; in pasted code more than a few do, and none is a phrase. */
function phrasesOf(query: string): string[] {
  const quoted = [...query.matchAll(/"([^"]*)"/g)].map(([, phrase = '']) => phrase.trim());
  const phrases = quoted.filter((phrase) => /\w/.test(phrase));
  return phrases.length > MOST_PHRASES ? [] : phrases;
}

/** Terms of the query that no page has, with the term that is meant. */
type Mended = ReadonlyMap<string, string>;

/** @param last is not mended while it may still be typed */
function mendedTerms(words: readonly Word[], last: Word | undefined, index: SectionIndex): Mended {
  const frequencyOf = (term: string) =>
    index.impacts(index.spellings.get(term)?.stem ?? '')?.inSections.size ?? 0;
  const mended = new Map<string, string>();
  const tryToMend = (term: string) => {
    const meant = needsMending(term, index)
      ? mend(term, index.spellings.keys(), frequencyOf)
      : undefined;
    if (meant !== undefined) mended.set(term, meant);
    return meant !== undefined;
  };
  for (const word of words) {
    if (word === last && completionsOf(word.term, index).length > 0) continue;
    if (word.parts.length === 0) tryToMend(word.term);
    else if (word.parts.some((part) => needsMending(part, index)) && !isKnown(index, word.term)) {
      if (!tryToMend(word.term)) word.parts.forEach(tryToMend);
    }
  }
  return mended;
}

function needsMending(term: string, index: SectionIndex): boolean {
  if (isStopWord(term) || isKnown(index, stemOf(term))) return false;
  const said = singularOf(term);
  return !index.synonyms.some(({ says }) => says.length === 1 && says[0] === said);
}

function slotsOf(word: Word, mended: Mended, isLast: boolean, index: SectionIndex): Slot[] {
  const { weights } = index;
  const { text, term, parts } = word;
  const pieces = parts.filter((part) => !isStopWord(part));
  if (parts.length === 0 || mended.has(term)) return [slotOf(text, term, mended, isLast, index)];
  if (!isKnown(index, stemOf(term))) {
    return pieces.map((part) => slotOf(part, part, mended, false, index));
  }
  const whole = slotOf(text, term, mended, false, index);
  if (isCommon(term, index)) return [whole];
  const supports = pieces.map((part) => {
    const meanings = new Map([[stemOf(part), 1]]);
    return { text: part, weight: weights.symbolPart, asked: false, meanings };
  });
  return [whole, ...supports];
}

function slotOf(
  text: string,
  term: string,
  mended: Mended,
  isLast: boolean,
  index: SectionIndex,
): Slot {
  const { weights } = index;
  const meant = mended.get(term);
  const meanings = new Map<string, number>();
  if (meant !== undefined) meanings.set(stemOf(meant), weights.mended);
  else if (isKnown(index, stemOf(term))) meanings.set(stemOf(term), 1);
  else if (isLast) {
    for (const stem of completionsOf(term, index)) meanings.set(stem, weights.completed);
  }
  return { text, weight: 1, asked: true, meanings };
}

/** Stems of the words that an unknown, unfinished one may become: `websoc` → `websocket`. */
function completionsOf(term: string, index: SectionIndex): string[] {
  if (term.length < COMPLETED_FROM || isKnown(index, stemOf(term))) return [];
  return [...index.spellings].flatMap(([known, { stem }]) =>
    known.startsWith(term) ? [stem] : [],
  );
}

/** Gives slots the docs' words for the reader's, and phrases a slot of their own. */
function addSynonyms(
  slots: Slot[],
  words: readonly Word[],
  mended: Mended,
  index: SectionIndex,
): void {
  const { synonyms, weights } = index;
  const terms = words.flatMap(({ term, parts }) =>
    parts.length > 0 && !isCommon(term, index) ? parts : [term],
  );
  const singular = (term: string) => singularOf(mended.get(term) ?? term);
  const said = terms.map(singular);
  const plain = terms.filter((term) => !isStopWord(term)).map(singular);
  const phrased = new Set<readonly string[]>();
  for (const { says, plainly, docs, same } of synonyms) {
    if (!holds(said, says) && !(plainly.length > 1 && holds(plain, plainly))) continue;
    if (says.length > 1) {
      // Phrases of one entry stand for one thing: said twice, it is meant once.
      if (phrased.has(docs)) continue;
      phrased.add(docs);
      const meanings = new Map(docs.map((stem) => [stem, weights.synonymOfPhrase]));
      slots.push({ text: says.join(' '), weight: 1, asked: false, meanings });
      continue;
    }
    const slot = slots.find(({ text }) => {
      const [word] = wordsOf(text);
      return word && singularOf(mended.get(word.term) ?? word.term) === says[0];
    });
    for (const stem of slot ? docs : []) {
      if (!slot?.meanings.has(stem)) {
        slot?.meanings.set(stem, same ? weights.sameWord : weights.synonym);
      }
    }
  }
}

function holds(sequence: readonly string[], part: readonly string[]): boolean {
  return sequence.some((_, at) => part.every((term, offset) => sequence[at + offset] === term));
}

function isCommon(term: string, index: SectionIndex): boolean {
  return (index.impacts(stemOf(term))?.inSections.size ?? 0) >= COMMON;
}

function correctedText(
  query: string,
  words: readonly Word[],
  mended: Mended,
  { spellings }: SectionIndex,
): string | null {
  if (mended.size === 0) return null;
  let corrected = '';
  let end = 0;
  for (const { text, term, parts, start } of words) {
    const terms = mended.has(term) ? [term] : parts.filter((part) => mended.has(part));
    if (terms.length === 0) continue;
    const meant = mended.get(term);
    const better =
      meant !== undefined
        ? (spellings.get(meant)?.text ?? meant)
        : terms.reduce(
            (whole, part) => whole.replace(new RegExp(part, 'i'), mended.get(part) ?? part),
            text,
          );
    corrected += query.slice(end, start) + better;
    end = start + text.length;
  }
  return corrected + query.slice(end);
}
