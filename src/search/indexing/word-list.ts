/** Collects the words of all pages by stem: how they are spelled, and where they are. */
import {
  cappedCount,
  countsToChar,
  encodeNumbers,
  gapsOf,
  type Count,
  type Vocabulary,
} from '../index-file.ts';
import { isStopWord } from '../stop-words.ts';
import { stemOf, termsOf, wordsOf, type Word } from '../words.ts';
import type { Tally } from './tally.ts';

/** Stems of a text, each once; stop words only where there is nothing else. */
export function stemsOf(text: string): string[] {
  const terms = wordsOf(text).flatMap(termsOf);
  const plain = terms.filter((term) => !isStopWord(term));
  return [...new Set((plain.length > 0 ? plain : terms).map(stemOf))];
}

interface Entry {
  /** Each term with the way it was written first. */
  readonly spellings: Map<string, string>;
  /** By section. */
  readonly places: Map<number, Count>;
  /** Numbers of lines. */
  readonly lines: number[];
}

/** The words of a site, added section by section and line by line, in their order. */
export class WordList {
  private readonly entries = new Map<string, Entry>();

  /** Learns how a word is spelled. */
  meet({ text, term, parts }: Word): void {
    this.spell(term, parts.length > 0 ? text : term);
    for (const part of parts) this.spell(part, part);
  }

  addSection(section: number, name: string, tally: Tally): void {
    for (const term of this.termsOf(name))
      this.count(section, term, { heading: 1, prose: 0, code: 0 });
    for (const [term, count] of tally) this.count(section, term, count);
  }

  addLine(line: number, text: string): void {
    for (const word of wordsOf(text)) this.meet(word);
    for (const stem of stemsOf(text)) this.entry(stem).lines.push(line);
  }

  /** By section: its words, of code half. */
  lengths(sections: number): number[] {
    const lengths = new Array<number>(sections).fill(0);
    for (const { places } of this.worthy()) {
      for (const [section, count] of places) {
        const { prose, code } = cappedCount(count);
        lengths[section] = (lengths[section] ?? 0) + prose + code / 2;
      }
    }
    return lengths.map(Math.round);
  }

  /** @param sections how many there are: lines are numbered after them */
  write(sections: number): Vocabulary {
    const entries = this.worthy();
    const several = entries.filter(({ places }) => places.size !== 1);
    const first = ({ places }: Entry) => [...places.keys()][0] ?? 0;
    const singles = entries
      .filter(({ places }) => places.size === 1)
      .sort((a, b) => first(a) - first(b));
    const all = [...several, ...singles];
    return {
      words: all.map(({ spellings }) => [...spellings.values()].sort().join(' ')).join('\n'),
      postings: encodeNumbers([
        ...several.flatMap(({ places }) => [places.size, ...gapsOf([...places.keys()])]),
        ...gapsOf(singles.map(first)),
      ]),
      counts: all.flatMap(({ places }) => [...places.values()].map(countsToChar)).join(''),
      singles: singles.length,
      inLines: encodeNumbers(
        all.flatMap(({ lines }) => [lines.length, ...gapsOf([sections, ...lines]).slice(1)]),
      ),
    };
  }

  private termsOf(text: string): string[] {
    return wordsOf(text).flatMap((word) => {
      this.meet(word);
      return termsOf(word);
    });
  }

  private spell(term: string, text: string): void {
    const { spellings } = this.entry(stemOf(term));
    if (!spellings.has(term)) spellings.set(term, text);
  }

  private count(section: number, term: string, add: Count): void {
    const { places } = this.entry(stemOf(term));
    const { heading, prose, code } = places.get(section) ?? { heading: 0, prose: 0, code: 0 };
    places.set(section, {
      heading: heading + add.heading,
      prose: prose + add.prose,
      code: code + add.code,
    });
  }

  private entry(stem: string): Entry {
    const entry = this.entries.get(stem) ?? { spellings: new Map(), places: new Map(), lines: [] };
    this.entries.set(stem, entry);
    return entry;
  }

  /** The entries that are worth their place, in alphabetical order. */
  private worthy(): Entry[] {
    return [...this.entries]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, entry]) => entry)
      .filter((entry) => !isPassing(entry));
  }
}

/**
 * Is this a number or a chain of members (`response.data.id`) that stands once, in a block of code, or
 * a stop word that is in no heading? Nobody asks for it by that, and its pieces are indexed: it isn't
 * worth its place in the index. The name of a file (`iii-config.yaml`) has a hyphen, which no member has.
 */
function isPassing({ spellings, places, lines }: Entry): boolean {
  const [only, ...others] = places.values();
  if (lines.length > 0 || others.length > 0) return false;
  if (!only) return true;
  if (only.heading > 0 || only.prose > 0) return false;
  return [...spellings.values()].every((text) => /\d|^[^-]*\.[^-]*$/.test(text));
}
