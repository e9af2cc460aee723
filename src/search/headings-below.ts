/** Lists what stands below a heading, for sections that say nothing before the next one. */
import type { Hit } from './result.ts';
import type { SectionIndex } from './section-index.ts';

/** The headings one level below a hit's own, in the order of the page. */
export function headingsBelow(
  { route, anchor }: Pick<Hit, 'route' | 'anchor'>,
  { pages, sections }: Pick<SectionIndex, 'pages' | 'sections'>,
): string[] {
  const page = pages.find((page) => page.route === route);
  const onPage = sections.slice(page?.first, page?.end);
  const number = onPage.findIndex((section) => section.anchor === anchor);
  const depth = anchor === '' ? 0 : (onPage[number]?.path.length ?? 0) + 1;
  const after = onPage.slice(number + 1);
  const end = after.findIndex(({ path }) => path.length < depth);
  return after
    .slice(0, end === -1 ? undefined : end)
    .filter(({ path }) => path.length === depth)
    .map(({ heading }) => heading);
}
