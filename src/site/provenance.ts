/** Where a page comes from, as addresses and words. */
import type { Manifest } from '../model/manifest.ts';
import type { PageRoute } from '../model/routes.ts';

/** The address of the page at its origin, or undefined for a page written by hand. */
export function upstreamOf(
  page: PageRoute,
  { upstream }: Pick<Manifest['scrape'], 'upstream'>,
): string | undefined {
  return page.source === null ? undefined : new URL(page.source, upstream).href;
}

/** A day for people, the same on every machine: `2025-11-20` → `20 November 2025`. */
export function readableDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
}
