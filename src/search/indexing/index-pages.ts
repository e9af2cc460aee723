/** Makes the compact index of sections from pages: `sections.json` as a value. */
import { LANGUAGES } from '../../model/languages.ts';
import {
  encodeNumbers,
  plainAnchorOf,
  type IndexedPage,
  type IndexFile,
  type SynonymEntry,
} from '../index-file.ts';
import { openIndex, rarityOf } from '../section-index.ts';
import { sum } from '../sum.ts';
import { WEIGHTS } from '../weights.ts';
import { messagesOf } from './messages.ts';
import type { PageSection, Passage } from './read-page.ts';
import { tallyOf } from './tally.ts';
import { twinsOf } from './twins.ts';
import { stemsOf, WordList } from './word-list.ts';

/** A page to be indexed. */
export interface FoundPage extends Omit<IndexedPage, 'area' | 'sections' | 'removed' | 'fragment'> {
  readonly description: string;
  /** Slug of its area; `''` for the home page. */
  readonly area: string;
  readonly sections: readonly PageSection[];
}

/** The same with Pagefind's fragment that has its text, and what readers ask. */
export interface PageToIndex extends FoundPage, Pick<IndexedPage, 'fragment'> {
  /** The questions that each of its sections answers. */
  readonly asks: readonly (readonly string[])[];
}

/** What a title or description says when the page is about something that is gone. */
const REMOVED = /\b(removed|deprecated)\b/i;

/**
 * Makes the index. The same pages give the same file, byte for byte.
 * @param areas the site's sections in their order
 */
export function indexPages(
  pages: readonly PageToIndex[],
  areas: IndexFile['areas'],
  synonyms: readonly SynonymEntry[],
): IndexFile {
  const sections = pages.flatMap((page) =>
    page.sections.map((section, at) => ({
      ...section,
      name: section.heading || page.title,
      asks: page.asks[at] ?? [],
      messages: messagesOf(section.passages),
      // A page's description is the first thing that its top says.
      passages: at === 0 ? [described(page), ...section.passages] : section.passages,
    })),
  );
  const words = new WordList();
  const tallies = sections.map(({ name, passages }, number) => {
    const tally = tallyOf(passages, (word) => words.meet(word));
    words.addSection(number, name, tally);
    return tally;
  });
  const lines = [
    ...sections.flatMap(({ asks }) => asks),
    ...sections.flatMap(({ messages }) => messages),
  ];
  lines.forEach((line, at) => words.addLine(sections.length + at, line));
  const { words: spellings, ...places } = words.write(sections.length);
  // Words stand beside words and numbers beside numbers: so brotli makes it smaller.
  const file: IndexFile = {
    version: 3,
    areas,
    headings: sections.map(({ heading }) => heading),
    anchors: Object.fromEntries(
      sections.flatMap(({ heading, anchor }, number) =>
        anchor === plainAnchorOf(heading) ? [] : [[number, anchor]],
      ),
    ),
    words: spellings,
    synonyms,
    pages: pages.map((page) => indexedPage(page, areas)),
    levels: sections.map(({ level }) => level).join(''),
    languages: sections.map(languageBits).join(''),
    lengths: encodeNumbers(words.lengths(sections.length)),
    questions: encodeNumbers(sections.map(({ asks: { length } }) => length)),
    messages: encodeNumbers(sections.map(({ messages: { length } }) => length)),
    warnings: Object.fromEntries(
      sections.flatMap(({ warning }, number) => (warning ? [[number, warning]] : [])),
    ),
    twins: twinsOf(tallies),
    worths: '',
    ...places,
  };
  const index = openIndex(file, WEIGHTS);
  const worthOf = (line: string) => sum(stemsOf(line).map((stem) => rarityOf(stem, index)));
  const all = [...sections.map(({ name }) => name), ...lines];
  return { ...file, worths: encodeNumbers(all.map((line) => Math.round(worthOf(line)))) };
}

function described({ description }: PageToIndex): Passage {
  return { kind: 'prose', text: description, language: undefined, tab: undefined };
}

function indexedPage(page: PageToIndex, areas: IndexFile['areas']): IndexedPage {
  const { route, source, title, description, languages, fragment } = page;
  const isRemoved = REMOVED.test(title) || REMOVED.test(description);
  return {
    route,
    source,
    title,
    area: areas.findIndex(([slug]) => slug === page.area),
    languages,
    ...(isRemoved && { removed: true as const }),
    fragment,
    sections: page.sections.length,
  };
}

function languageBits({ passages }: PageSection): number {
  const spoken = new Set(passages.map(({ language }) => language));
  return LANGUAGES.reduce((bits, { id }, n) => bits | (spoken.has(id) ? 1 << n : 0), 0);
}
