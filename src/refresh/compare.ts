/** What changed between two snapshots: pages, their sections, their code. */
import { bestMatches, likeness, wordPairs, type WordPairs } from './likeness.ts';
import { remembered } from './remembered.ts';
import { sectionsOf, sourceOfLink, type PageSection, type Sample } from './sections.ts';
import type { Snapshot, SnapshotPage } from './snapshot.ts';

/** A section that is there before and after, perhaps with another heading or other words. */
export interface KeptSection {
  readonly before: PageSection;
  readonly after: PageSection;
}

/** A section whose text went to another page. */
export interface GoneElsewhere {
  readonly before: PageSection;
  readonly page: SnapshotPage;
  readonly after: PageSection;
}

/** A block that took the place of another. */
export interface ChangedSample {
  readonly before: Sample;
  readonly after: Sample;
}

/** What happened to the code of a page. */
export interface CodeChange {
  readonly added: readonly Sample[];
  readonly removed: readonly Sample[];
  readonly changed: readonly ChangedSample[];
}

/** What happened to a page that is there before and after. */
export interface PageChange {
  readonly before: SnapshotPage;
  readonly after: SnapshotPage;
  /** Every section that is still on the page. */
  readonly kept: readonly KeptSection[];
  readonly reworded: readonly KeptSection[];
  readonly renamed: readonly KeptSection[];
  /** Those that stand in another order. */
  readonly reordered: readonly KeptSection[];
  readonly added: readonly PageSection[];
  readonly removed: readonly PageSection[];
  readonly code: CodeChange;
}

/** All that changed. */
export interface Comparison {
  readonly added: readonly SnapshotPage[];
  readonly removed: readonly SnapshotPage[];
  /** At another upstream path, with nearly the same text. */
  readonly moved: readonly PageChange[];
  /** At the same path, with another text. */
  readonly changed: readonly PageChange[];
  /** With the same text; only our address may be another. */
  readonly same: readonly { readonly before: SnapshotPage; readonly after: SnapshotPage }[];
  /** Sections that left their page for another one, by the page that they left. */
  readonly elsewhere: ReadonlyMap<SnapshotPage, readonly GoneElsewhere[]>;
}

/** From this likeness on a page without and a page with its text are one page that moved. */
const SAME_PAGE = 0.55;
/** The same for sections. */
const SAME_SECTION = 0.5;
/** A section that says no more than this is found again by its heading only. */
const FEWEST_PAIRS = 5;

/** Compares two snapshots. */
export function compare(before: Snapshot, after: Snapshot): Comparison {
  const fresh = new Map(after.pages.map((page) => [page.source, page]));
  const known = new Set(before.pages.map(({ source }) => source));
  const pairs = before.pages.flatMap((page) => {
    const next = fresh.get(page.source);
    return next ? [{ before: page, after: next }] : [];
  });
  const gone = before.pages.filter(({ source }) => !fresh.has(source));
  const come = after.pages.filter(({ source }) => !known.has(source));
  const pairsOf = remembered((page: SnapshotPage) => wordPairs(page.raw));
  const moves = bestMatches(gone, come, SAME_PAGE, (a, b) => likeness(pairsOf(a), pairsOf(b)));
  const cut = cutter(before, after);
  const [same, other] = [true, false].map((wanted) =>
    pairs.filter((pair) => (pair.before.raw === pair.after.raw) === wanted),
  );
  const added = come.filter((page) => !moves.some(({ to }) => to === page));
  const removed = gone.filter((page) => !moves.some(({ from }) => from === page));
  const changed = (other ?? []).map((pair) => changeOf(pair, cut));
  const moved = moves
    .toSorted((a, b) => before.pages.indexOf(a.from) - before.pages.indexOf(b.from))
    .map(({ from, to }) => changeOf({ before: from, after: to }, cut));
  const elsewhere = sectionsElsewhere([...changed, ...moved], added, removed, cut);
  return { added, removed, moved, changed, same: same ?? [], elsewhere };
}

/** Gives the sections of a page of either snapshot. */
type Cut = (page: SnapshotPage) => readonly PageSection[];

function cutter(before: Snapshot, after: Snapshot): Cut {
  const [inBefore, inAfter] = [before, after].map(({ pages, manifest }) => ({
    pages: new Set(pages),
    source: sourceOfLink(pages, manifest.scrape.upstream),
  }));
  return remembered((page: SnapshotPage) => {
    const own = inBefore?.pages.has(page) ? inBefore : inAfter;
    return sectionsOf(page, own?.source ?? ((target) => target));
  });
}

function changeOf(
  pair: { readonly before: SnapshotPage; readonly after: SnapshotPage },
  cut: Cut,
): PageChange {
  const [olds, news] = [cut(pair.before), cut(pair.after)];
  const byAnchor = new Map(news.map((section) => [section.anchor, section]));
  const stayed = olds.flatMap((before) => {
    const after = byAnchor.get(before.anchor);
    return after ? [{ before, after }] : [];
  });
  const goneOlds = olds.filter((section) => !byAnchor.has(section.anchor));
  const newNews = news.filter(({ anchor }) => !stayed.some(({ after }) => after.anchor === anchor));
  const again = bestMatches(goneOlds, newNews, SAME_SECTION, alike);
  const kept = [...stayed, ...again.map(({ from, to }) => ({ before: from, after: to }))].toSorted(
    (a, b) => olds.indexOf(a.before) - olds.indexOf(b.before),
  );
  const isKept = new Set(kept.flatMap(({ before, after }) => [before, after]));
  return {
    ...pair,
    kept,
    reworded: kept.filter(({ before, after }) => !saysTheSame(before, after)),
    renamed: kept.filter(({ before, after }) => before.heading !== after.heading),
    reordered: outOfOrder(kept, ({ after }) => news.indexOf(after)),
    added: newNews.filter((section) => !isKept.has(section)),
    removed: goneOlds.filter((section) => !isKept.has(section)),
    code: codeChange(kept, olds, news),
  };
}

function saysTheSame(a: PageSection, b: PageSection): boolean {
  return a.text === b.text;
}

const pairsOfSection = remembered(({ text }: PageSection): WordPairs => wordPairs(text));

/** How alike sections of a page are; the same words above them count for what little may stand below. */
function alike(a: PageSection, b: PageSection): number {
  if (plain(a.heading) === plain(b.heading)) return 1;
  const [inA, inB] = [pairsOfSection(a), pairsOfSection(b)];
  return Math.min(inA.size, inB.size) < FEWEST_PAIRS ? 0 : likeness(inA, inB);
}

/** A heading without numbers of steps, emoji, case. */
const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/^(step )?\d+[.:)]?\s/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Those that left the order of the others: the fewest whose move explains it. */
function outOfOrder<Item>(items: readonly Item[], placeOf: (item: Item) => number): Item[] {
  const places = items.map(placeOf);
  // Length of the longest rising row that ends at an item, and the item before it in that row.
  const rows: { length: number; before: number }[] = [];
  places.forEach((place, at) => {
    let best = { length: 1, before: -1 };
    for (let i = 0; i < at; i++) {
      const length = (rows[i]?.length ?? 0) + 1;
      if ((places[i] ?? 0) < place && length > best.length) best = { length, before: i };
    }
    rows.push(best);
  });
  const staying = new Set<number>();
  const longest = Math.max(0, ...rows.map(({ length }) => length));
  let at = rows.findIndex(({ length }) => length === longest);
  for (; at >= 0; at = rows[at]?.before ?? -1) staying.add(at);
  return items.filter((_, index) => !staying.has(index));
}

/**
 * Blocks of the same text are the same, wherever they stand on the page; of the others those that
 * follow each other in one section, in one language, took each other's place.
 */
function codeChange(
  kept: readonly KeptSection[],
  olds: readonly PageSection[],
  news: readonly PageSection[],
): CodeChange {
  const [lost, come] = [leftOver(olds, news), leftOver(news, olds)];
  const changed = kept.flatMap(({ before, after }) => {
    const candidates = after.code.filter((sample) => come.has(sample));
    return before.code
      .filter((sample) => lost.has(sample))
      .flatMap((sample) => {
        const at = candidates.findIndex(({ language }) => language === sample.language);
        const [next] = at < 0 ? [] : candidates.splice(at, 1);
        return next ? [{ before: sample, after: next }] : [];
      });
  });
  for (const { before, after } of changed) {
    lost.delete(before);
    come.delete(after);
  }
  return { added: [...come], removed: [...lost], changed };
}

/** The blocks of one side that the other lacks, as often as it lacks them. */
function leftOver(these: readonly PageSection[], those: readonly PageSection[]): Set<Sample> {
  const counts = new Map<string, number>();
  for (const { code } of those.flatMap((section) => section.code)) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return new Set(
    these
      .flatMap((section) => section.code)
      .filter(({ code }) => {
        const count = counts.get(code) ?? 0;
        counts.set(code, count - 1);
        return count <= 0;
      }),
  );
}

/** Finds what left its page among the sections that are new on other pages. */
function sectionsElsewhere(
  changes: readonly PageChange[],
  added: readonly SnapshotPage[],
  removed: readonly SnapshotPage[],
  cut: Cut,
): Map<SnapshotPage, GoneElsewhere[]> {
  const places = [
    ...changes.flatMap(({ after, added }) => added.map((section) => ({ page: after, section }))),
    ...added.flatMap((page) => cut(page).map((section) => ({ page, section }))),
  ].filter(({ section }) => pairsOfSection(section).size >= FEWEST_PAIRS);
  const find = (before: PageSection): GoneElsewhere[] => {
    const pairs = pairsOfSection(before);
    if (pairs.size < FEWEST_PAIRS) return [];
    const [best] = places
      .map((place) => ({ place, score: likeness(pairs, pairsOfSection(place.section)) }))
      .filter(({ score }) => score >= SAME_SECTION)
      .toSorted((a, b) => b.score - a.score);
    return best ? [{ before, page: best.place.page, after: best.place.section }] : [];
  };
  return new Map([
    ...changes.map(({ before, removed }): [SnapshotPage, GoneElsewhere[]] => [
      before,
      removed.flatMap(find),
    ]),
    ...removed.map((page): [SnapshotPage, GoneElsewhere[]] => [page, cut(page).flatMap(find)]),
  ]);
}
