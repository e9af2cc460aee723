/** Finds the section that a query names by its address: a path or link that somebody pasted. */
import type { SectionIndex } from './section-index.ts';

/** A path in a query, with or without the site before it: `https://x.dev/docs/steps#triggers`. */
const PATH = /(?:https?:\/\/[^\s/]+)?(\/[^\s?#]+)(?:\?[^\s#]*)?(?:#(\S+))?/g;

/** Numbers of the sections whose page has a path of the query, ours or upstream's. */
export function sectionsAt(query: string, { pages, sections }: SectionIndex): number[] {
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
