/** The index of sections in memory: what `sections.json` says, made ready for scoring. */
import { LANGUAGES } from '../model/languages.ts';
import type { Asking, Corpus, Page, Posting, Section } from './corpus.ts';
import { pageImpacts, sectionImpacts, type ImpactsByStem } from './impacts.ts';
import {
  bitsOf,
  charToCounts,
  decodeNumbers,
  plainAnchorOf,
  type IndexFile,
} from './index-file.ts';
import type { Weights } from './weights.ts';
import { isStopWord } from './stop-words.ts';
import { neighboursIn, stemOf, termOf, termsOf, wordsOf } from './words.ts';

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

export interface SectionIndex extends Pick<IndexFile, 'areas'> {
  readonly weights: Weights;
  readonly pages: readonly Page[];
  readonly sections: readonly Section[];
  /** By term. */
  readonly spellings: ReadonlyMap<string, Spelling>;
  readonly synonyms: readonly Synonym[];
  readonly asked: Corpus['asked'];
  /** By number of a section: how much each of its questions says, as the sum of its rarities. */
  readonly questions: readonly (readonly number[])[];
  readonly inSections: ImpactsByStem;
  readonly inPages: ImpactsByStem;
}

/** Reads the file and works out, for these weights, what each word counts in each place. */
export function openIndex(file: IndexFile, weights: Weights): SectionIndex {
  const pages = pagesOf(file);
  const twins = new Map(
    file.twins.flatMap((set, number) => set.map((section) => [section, number])),
  );
  const sections = pages.flatMap((page, number) => sectionsOf(file, twins, page, number));
  const corpus = { pages, sections, postings: postingsOf(file), asked: askedOf(file) };
  const inSections = sectionImpacts(corpus, weights);
  return {
    weights,
    areas: file.areas,
    synonyms: file.synonyms.flatMap(({ says, docs, same = false }) =>
      says.map((phrase) => {
        const terms = phrase.split(' ');
        return { says: terms, plainly: terms.filter((term) => !isStopWord(term)), docs, same };
      }),
    ),
    pages,
    sections,
    spellings: spellingsOf(file.words),
    asked: corpus.asked,
    questions: questionsOf(corpus, inSections),
    inSections,
    inPages: pageImpacts(corpus, weights),
  };
}

/** Is this stem anywhere on the site? */
export function isKnown({ inSections, inPages }: SectionIndex, stem: string): boolean {
  return inSections.has(stem) || inPages.has(stem);
}

function pagesOf(file: IndexFile): Page[] {
  let end = 0;
  return file.pages.map((page) => {
    const first = end;
    end += page.sections;
    return { ...page, first, end };
  });
}

function sectionsOf(
  file: IndexFile,
  twins: ReadonlyMap<number, number>,
  { title, first, end }: Page,
  page: number,
): Section[] {
  const above: { heading: string; level: number }[] = [];
  return Array.from({ length: end - first }, (_, order) => {
    const number = first + order;
    const heading = file.headings[number] ?? '';
    const name = heading || title;
    const level = Number(file.levels[number]);
    const bits = Number(file.languages[number]);
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const path = above.map((outer) => outer.heading);
    if (heading) above.push({ heading, level });
    return {
      page,
      heading,
      name,
      nameStems: stemsOf(name),
      fillers: wordsOf(name).filter(({ term }) => isStopWord(term)).length,
      neighbours: neighboursIn(piecesOf(name)),
      anchor: file.anchors[number] ?? plainAnchorOf(heading),
      path,
      languages: LANGUAGES.filter((_, n) => bits & (1 << n)).map(({ id }) => id),
      twins: twins.get(number),
    };
  });
}

function stemsOf(name: string): string[] {
  const terms = wordsOf(name).flatMap(termsOf);
  return [...new Set(terms.filter((term) => !isStopWord(term)).map(stemOf))];
}

/** Stems of a name in their order, those of a symbol's pieces in place of its own. */
function piecesOf(name: string): string[] {
  return wordsOf(name).flatMap(({ term, parts }) =>
    (parts.length > 0 ? parts : [term]).map(stemOf),
  );
}

function spellingsOf(words: string): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const text of words.split(/[ \n]/)) {
    const term = termOf(text);
    spellings.set(term, { stem: stemOf(term), text });
  }
  return spellings;
}

/** A stem for each line of the vocabulary. */
function stemsOfWords(words: string): string[] {
  return words.split('\n').map((line) => stemOf(termOf(line.split(' ', 1)[0] ?? '')));
}

function askedOf({ words, asked }: IndexFile): Map<string, readonly Asking[]> {
  const numbers = decodeNumbers(asked);
  const next = () => Number(numbers.next().value);
  const lists = stemsOfWords(words).map((stem) => {
    let section = 0;
    const list = Array.from({ length: next() }, () => {
      section += next();
      return { section, questions: next() };
    });
    return [stem, list] as const;
  });
  return new Map(lists.filter(([, list]) => list.length > 0));
}

function questionsOf({ sections, asked }: Corpus, impacts: ImpactsByStem): number[][] {
  const worth = sections.map((): number[] => []);
  for (const [stem, list] of asked) {
    const rarity = impacts.get(stem)?.rarity ?? 0;
    for (const { section, questions } of list) {
      const own = worth[section] ?? [];
      for (const bit of bitsOf(questions)) own[bit] = (own[bit] ?? 0) + rarity;
    }
  }
  return worth;
}

/** By stem, in the order of the file. */
function postingsOf({
  words,
  postings,
  counts,
  singles,
}: IndexFile): Map<string, readonly Posting[]> {
  const stems = stemsOfWords(words);
  const numbers = decodeNumbers(postings);
  const next = () => Number(numbers.next().value);
  let read = 0;
  let section = 0;
  const posting = (): Posting => {
    section += next();
    return { section, ...charToCounts(counts.charAt(read++)) };
  };
  const several = stems.slice(0, stems.length - singles).map((stem) => {
    const length = next();
    section = 0;
    return [stem, Array.from({ length }, posting)] as const;
  });
  section = 0;
  const single = stems.slice(stems.length - singles).map((stem) => [stem, [posting()]] as const);
  return new Map<string, readonly Posting[]>([...several, ...single]);
}
