/** Where the addresses lead that a refresh takes away: from a comparison to the table of moves. */
import { routeNow, type Moved, type MovedPage, type MovedSection } from '../model/moved.ts';
import type { Comparison } from './compare.ts';
import { remembered } from './remembered.ts';
import { sectionsOf, type PageSection } from './sections.ts';
import type { Snapshot, SnapshotPage } from './snapshot.ts';

/** The landing page of the section that a page belonged to; home where that section is gone. */
function landingOf({ section }: SnapshotPage, after: Snapshot): string {
  return after.manifest.sections.some(({ slug }) => slug === section) && section !== ''
    ? `/${section}/`
    : '/';
}

/**
 * The table after a refresh: what it had, without addresses that are there again, and what is new.
 * @param on the last day of the new scrape
 */
export function movedBy(comparison: Comparison, before: Moved, after: Snapshot, on: string): Moved {
  const live = new Map(after.pages.map((page) => [page.route, page]));
  const pages = [
    ...[...comparison.moved, ...comparison.changed, ...comparison.same]
      .filter((pair) => pair.before.route !== pair.after.route)
      .map((pair) => movedPage(pair.before, pair.after.route, false, on)),
    ...comparison.removed.map((page) => {
      const to = heirOf(page, comparison);
      return movedPage(page, to ?? landingOf(page, after), to === undefined, on);
    }),
  ];
  const sections = [
    ...[...comparison.moved, ...comparison.changed].flatMap((change) => [
      ...change.kept.flatMap(({ before, after }) =>
        lost(change.before, before, placeOf(change.after, after)),
      ),
      ...change.removed.flatMap((section) =>
        lost(change.before, section, foundAgain(change.before, section, comparison)),
      ),
    ]),
    ...comparison.removed.flatMap((page) => {
      const isNoted = !pages.some(({ from, gone }) => from === page.route && !gone);
      const sections = isNoted ? [] : sectionsOf(page, (target) => target);
      return sections.flatMap((section) =>
        lost(page, section, foundAgain(page, section, comparison)),
      );
    }),
  ].map((section): MovedSection => ({ ...section, on }));
  return settled(
    {
      pages: newest([...before.pages, ...pages], ({ from }) => from),
      sections: newest(
        [...before.sections, ...sections],
        ({ page, anchor }) => `${page}#${anchor}`,
      ),
    },
    live,
  );
}

const movedPage = (
  { route, source, title }: SnapshotPage,
  to: string,
  gone: boolean,
  on: string,
): MovedPage => ({ from: route, source, title, to, gone, on });

const placeOf = ({ route }: SnapshotPage, { anchor }: PageSection): string =>
  anchor === '' ? route : `${route}#${anchor}`;

const lost = (
  page: SnapshotPage,
  { anchors, heading }: PageSection,
  to: string | null,
): Omit<MovedSection, 'on'>[] =>
  anchors.map((anchor) => ({ page: page.route, anchor, heading, to }));

/** Where the text of a section that left its page is now. */
function foundAgain(
  page: SnapshotPage,
  { anchor }: PageSection,
  { elsewhere }: Comparison,
): string | null {
  const found = elsewhere.get(page)?.find(({ before }) => before.anchor === anchor);
  return found ? placeOf(found.page, found.after) : null;
}

/** The page to which most of the sections of a page went that is gone, if at least one went. */
function heirOf(page: SnapshotPage, { elsewhere }: Comparison): string | undefined {
  const routes = (elsewhere.get(page) ?? []).map((one) => one.page.route);
  const counts = Map.groupBy(routes, (route) => route);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/** Of entries for one address the last. */
function newest<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[] {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

/** Without what is there again: a page at its address, an anchor on the page that the address leads to. */
function settled({ pages, sections }: Moved, live: ReadonlyMap<string, SnapshotPage>): Moved {
  const anchorsOf = remembered(
    (page: SnapshotPage): ReadonlySet<string> =>
      new Set(sectionsOf(page, (target) => target).flatMap((section) => section.anchors)),
  );
  const here = new Set(live.keys());
  return {
    pages: pages.filter(({ from }) => !live.has(from)),
    sections: sections.filter(({ page, anchor }) => {
      const own = live.get(routeNow(page, { pages }, here));
      return anchor !== '' && !(own && anchorsOf(own).has(anchor));
    }),
  };
}
