/** `content/changelog/`: what each refresh changed, for readers. */

/** One refresh. */
export interface ChangeEntry {
  /** The last day of the scrape that came: `2026-03-03`. */
  readonly date: string;
  /** Routes of pages that came with it. */
  readonly added: readonly string[];
  /** Routes of pages whose text it changed. */
  readonly changed: readonly string[];
  /** What it says below its frontmatter: Markdown. */
  readonly body: string;
}

/** What the newest refresh that touched a page did to it. */
export interface PageChange {
  readonly kind: 'New' | 'Changed';
  readonly date: string;
}

/** By route, from the entries, newest first: of pages that no refresh touched nothing is known. */
export function changesByRoute(entries: readonly ChangeEntry[]): Map<string, PageChange> {
  const marked = (kind: PageChange['kind'], date: string, routes: readonly string[]) =>
    routes.map((route): [string, PageChange] => [route, { kind, date }]);
  return new Map(
    entries
      .toReversed()
      .flatMap(({ date, added, changed }) => [
        ...marked('New', date, added),
        ...marked('Changed', date, changed),
      ]),
  );
}

/** The page that tells of all refreshes, its Markdown and its feed. */
export const CHANGES = {
  page: '/changes/',
  markdown: '/changes.md',
  feed: '/changes.xml',
} as const;
