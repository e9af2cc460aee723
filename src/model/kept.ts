/** `content/_source/kept.json`: pages that the newest scrape has in a form that can't be read. */

/** One such page. */
export interface KeptPage {
  /** `/docs/concepts/steps` */
  readonly source: string;
  /** What is wrong with it, in the words of the split. */
  readonly reason: string;
  /** The last day of the scrape that its text is of; null for a page that is left out, being new. */
  readonly textOf: string | null;
  /** The last day of the scrape in which it can't be read. */
  readonly brokenIn: string;
}
