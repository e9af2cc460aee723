/** Finds the sections that a query names: by a path or link that somebody pasted, or by their heading. */
import { plainAnchorOf } from './index-file.ts';
import type { SectionIndex } from './section-index.ts';
import { isStopWord } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** A path in a query, with or without the site before it: `https://x.dev/docs/steps#triggers`. */
const PATH = /(?:https?:\/\/[^\s/]+)?(\/[^\s?#]+)(?:\?[^\s#]*)?(?:#(\S+))?/g;

/** How surely a section is meant whose name is the query, against 1 for its address. */
const CALLED = 0.5;

/** Numbers of the sections that are named, ours or upstream's, and how surely each is meant. */
export function sectionsNamed(query: string, index: SectionIndex): Map<number, number> {
  return new Map([
    ...sectionsCalled(query, index).map((section) => [section, CALLED] as const),
    ...sectionsAt(query, index).map((section) => [section, 1] as const),
  ]);
}

/** Sections whose page has a path of the query, ours or upstream's. */
function sectionsAt(query: string, { pages, sections }: SectionIndex): number[] {
  return [...query.matchAll(PATH)].flatMap(([, path = '', anchor = '']) => {
    const wanted = path.replace(/(\.mdx?|\/)$/, '');
    const page = pages.find(
      ({ route, source }) => route.slice(0, -1) === wanted || source === wanted,
    );
    if (!page) return [];
    const own = sections
      .slice(page.first, page.end)
      .findIndex((section) => section.anchor === anchor);
    return [page.first + Math.max(own, 0)];
  });
}

/**
 * The top of a page with this title, and a section with this heading where it has words that questions
 * lose ("Why Streams?"): the others are found by their words.
 */
function sectionsCalled(query: string, { pages, sections }: SectionIndex): number[] {
  const said = plainAnchorOf(query.trim());
  const isFramed = wordsOf(query).some(({ term }) => isStopWord(term));
  return [...sections.keys()].filter((number) => {
    const { page, anchor } = sections[number] ?? { page: -1, anchor: '' };
    return anchor === ''
      ? plainAnchorOf(pages[page]?.title ?? '') === said
      : isFramed && anchor === said;
  });
}
