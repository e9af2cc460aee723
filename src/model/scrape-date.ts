/** When the scrape was made, as far as that is known: a dump carries no date. */

/** The first and the last day on which it can have been made; the same when the day is known. */
export interface ScrapeDate {
  /** `YYYY-MM-DD`. */
  readonly earliest: string;
  readonly latest: string;
  /** How we know, in one sentence. */
  readonly evidence: string;
}

/** The days as data: `2026-03-03`, or `between 2025-12-15 and 2026-03-03`. */
export function daysOf({ earliest, latest }: ScrapeDate): string {
  return earliest === latest ? earliest : `between ${earliest} and ${latest}`;
}

/** The days after "scraped": `on 2026-03-03`, or `between 2025-12-15 and 2026-03-03`. */
export function whenScraped(date: ScrapeDate): string {
  return date.earliest === date.latest ? `on ${daysOf(date)}` : daysOf(date);
}
