/** The index of sections in memory: what `sections.json` says, made ready for scoring. */
import { LANGUAGES } from '../model/languages.ts';
import type { Corpus, Line, Page, Section } from './corpus.ts';
import { impactsOf, type Impacts, type Postings } from './impacts.ts';
import {
  charToCounts,
  decodeNumbers,
  plainAnchorOf,
  type IndexFile,
  type Vocabulary,
} from './index-file.ts';
import { isStopWord } from './stop-words.ts';
import { sum } from './sum.ts';
import type { Weights } from './weights.ts';
import { stemOf, termOf } from './words.ts';

/** A term of the vocabulary: its stem, and how the pages spell it. */
export interface Spelling {
  readonly stem: string;
  readonly text: string;
}

/** A word or phrase that readers use, as its terms, for stems of the docs. */
export interface Synonym {
  readonly says: readonly string[];
  /** The same without stop words: "send an event" is also said as "send events". */
  readonly plainly: readonly string[];
  readonly docs: readonly string[];
  /** Are they forms of one word? */
  readonly same: boolean;
}

export interface SectionIndex extends Corpus, Pick<IndexFile, 'areas'> {
  readonly weights: Weights;
  /** By term. */
  readonly spellings: ReadonlyMap<string, Spelling>;
  readonly synonyms: readonly Synonym[];
  /** What a stem counts, and where; undefined for one that no page has. */
  impacts(stem: string): Impacts | undefined;
}

/** Reads the file; what a word counts is worked out, for these weights, when it is asked for. */
export function openIndex(file: IndexFile, weights: Weights): SectionIndex {
  const { areas, synonyms } = file;
  const sections = sectionsOf(file);
  const pages = pagesOf(file, sections);
  const words = wordsOfFile(file);
  const known = new Map<string, Impacts>();
  const index: SectionIndex = {
    weights,
    areas,
    pages,
    sections,
    lines: linesOf(file),
    spellings: spellingsOf(file.words),
    synonyms: synonyms.flatMap(({ says, docs, same = false }) =>
      says.map((phrase) => {
        const terms = phrase.split(' ');
        return { says: terms, plainly: terms.filter((term) => !isStopWord(term)), docs, same };
      }),
    ),
    impacts(stem) {
      const postings = words.get(stem);
      if (!postings || known.has(stem)) return known.get(stem);
      const impacts = impactsOf(postings, index, weights);
      known.set(stem, impacts);
      return impacts;
    },
  };
  return index;
}

/** How much a stem tells: more, the fewer sections have it; 0 for one that the index hasn't. */
export function rarityOf(stem: string, index: SectionIndex): number {
  return index.impacts(stem)?.rarity ?? 0;
}

/** Is this stem anywhere on the site? */
export function isKnown(index: SectionIndex, stem: string): boolean {
  return index.impacts(stem) !== undefined;
}

function pagesOf(file: IndexFile, sections: readonly Section[]): Page[] {
  const average = sections.length / file.pages.length;
  let end = 0;
  return file.pages.map((page) => {
    const first = end;
    end += page.sections;
    const length = sum(sections.slice(first, end).map((section) => section.length)) / average;
    return { ...page, first, end, length };
  });
}

function sectionsOf(file: IndexFile): Section[] {
  const lengths = [...decodeNumbers(file.lengths)];
  const average = sum(lengths) / lengths.length || 1;
  const twins = new Map(
    file.twins.flatMap((set, number) => set.map((section) => [section, number])),
  );
  const ends = endsOf(file.levels);
  const above: { heading: string; end: number }[] = [];
  let page = -1;
  return file.headings.map((heading, number) => {
    const end = ends[number] ?? number + 1;
    if (file.levels[number] === '1') page++;
    while ((above.at(-1)?.end ?? Infinity) <= number) above.pop();
    const path = above.map((outer) => outer.heading);
    if (heading) above.push({ heading, end });
    const bits = Number(file.languages[number]);
    const length = (lengths[number] ?? 0) / average;
    return {
      page,
      heading,
      anchor: file.anchors[number] ?? plainAnchorOf(heading),
      path,
      end,
      languages: LANGUAGES.filter((_, n) => bits & (1 << n)).map(({ id }) => id),
      length,
      warning: file.warnings[number],
      twins: twins.get(number),
    };
  });
}

/** By number of a heading: that of the next one that is not below it. */
function endsOf(levels: string): number[] {
  const ends: number[] = [];
  const open: number[] = [];
  [...levels, '0'].forEach((level, number) => {
    while (open.length > 0 && (levels[open.at(-1) ?? 0] ?? '') >= level)
      ends[open.pop() ?? 0] = number;
    open.push(number);
  });
  return ends;
}

function linesOf({ headings, questions, messages, worths }: IndexFile): Line[] {
  const numbers = decodeNumbers(worths);
  const line = (kind: Line['kind'], section: number): Line => ({
    kind,
    section,
    worth: Number(numbers.next().value),
  });
  const lines = (kind: Line['kind'], counts: string) =>
    [...decodeNumbers(counts)].flatMap((count, section) =>
      Array.from({ length: count }, () => line(kind, section)),
    );
  const names = headings.map((_, section) => line('name', section));
  return [...names, ...lines('question', questions), ...lines('message', messages)];
}

function spellingsOf(words: string): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const text of words.split(/[ \n]/)) {
    const term = termOf(text);
    if (isStopWord(term)) continue;
    spellings.set(term, { stem: stemOf(term), text });
  }
  return spellings;
}

/** By stem, in the order of the file. */
function wordsOfFile({
  words,
  postings,
  counts,
  singles,
  inLines,
  headings,
}: Vocabulary & Pick<IndexFile, 'headings'>) {
  const stems = words.split('\n').map((line) => stemOf(termOf(line.split(' ', 1)[0] ?? '')));
  const numbers = decodeNumbers(postings);
  const lines = decodeNumbers(inLines);
  const next = (of: Generator<number>) => Number(of.next().value);
  let read = 0;
  let section = 0;
  const found = new Map<string, Postings>();
  stems.forEach((stem, at) => {
    const isSingle = at >= stems.length - singles;
    if (!isSingle || at === stems.length - singles) section = 0;
    const places = Array.from({ length: isSingle ? 1 : next(numbers) }, () => {
      section += next(numbers);
      return { section, ...charToCounts(counts.charAt(read++)) };
    });
    let line = headings.length;
    found.set(stem, {
      places,
      lines: Array.from({ length: next(lines) }, () => (line += next(lines))),
    });
  });
  return found;
}
