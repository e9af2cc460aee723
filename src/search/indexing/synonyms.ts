/** Reads `synonyms.yaml`: the words of readers for the words of the docs. */
import { parse } from 'yaml';
import type { SynonymEntry } from '../index-file.ts';
import { isStopWord } from '../stop-words.ts';
import { singularOf, stemOf, wordsOf } from '../words.ts';

/**
 * Reads the table.
 * @throws Error naming the entry that isn't lists of text, or a word that queries lose
 */
export function readSynonyms(yaml: string): SynonymEntry[] {
  const entries: unknown = parse(yaml);
  if (!Array.isArray(entries)) throw new Error('synonyms.yaml: expected a list of entries');
  return entries.map((entry: unknown, at) => {
    const { says, docs, same } = (entry ?? {}) as Record<string, unknown>;
    if (isTexts(same)) return { says: same.map(phraseOf), docs: stemsOf(same), same: true };
    if (isTexts(says) && isTexts(docs)) return { says: says.map(phraseOf), docs: stemsOf(docs) };
    const expected = '"says" and "docs", or "same", each a list of words';
    throw new Error(`synonyms.yaml, entry ${at + 1}: expected ${expected}`);
  });
}

/**
 * Words of the docs' side that no page has: a change of the pages has left them behind. Of the
 * forms of one word some page must have one.
 * @param isKnown tells whether a stem is on any page
 */
export function strayStems(
  synonyms: readonly SynonymEntry[],
  isKnown: (stem: string) => boolean,
): string[] {
  return synonyms.flatMap(({ docs, same }) => {
    const stray = docs.filter((stem) => !isKnown(stem));
    return same && stray.length < docs.length ? [] : stray;
  });
}

function stemsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => wordsOf(text)).map(({ term }) => stemOf(term)))];
}

function phraseOf(phrase: string): string {
  const terms = wordsOf(phrase).flatMap(({ term, parts }) => (parts.length > 0 ? parts : [term]));
  if (terms.length === 1 && isStopWord(terms[0] ?? '')) {
    throw new Error(`synonyms.yaml: "${phrase}" is a word that queries lose, make it a phrase`);
  }
  return terms.map(singularOf).join(' ');
}

function isTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
  );
}
