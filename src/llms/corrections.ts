/** Where old rules and the documentation disagree: `content/_source/corrections.yaml`. */
import { linkTo } from './entries.ts';
import type { Library } from './library.ts';

/** A text that a page holds, or one that no page holds. */
export type Proof = { readonly page: string; readonly says: string } | { readonly absent: string };

/** An entry with what shows that it is right. */
interface Proved {
  readonly proof: readonly Proof[];
}

export interface Corrections {
  /** Rules of the assistant's instructions, quoted, and what holds now. */
  readonly rules: readonly (Proved & { readonly rule: string; readonly now: string })[];
  /** What Motia no longer has, and what stands in its place. */
  readonly removed: readonly (Proved & { readonly what: string; readonly now: string })[];
  /** Where pages say different things, and how to find out. */
  readonly unsettled: readonly (Proved & { readonly about: string; readonly advice: string })[];
}

/**
 * What of a proof no longer stands in the documentation, one line each:
 * `/guides/cli/ does not say "npx motia enqueue"`.
 */
export function fallen(library: Library, { proof }: Proved): string[] {
  return proof.flatMap((one) => {
    if ('absent' in one) {
      const pages = library.routes.pages.filter((page) =>
        library.read(page).markdown.toLowerCase().includes(one.absent.toLowerCase()),
      );
      return pages.map(({ route }) => `${route} says ${JSON.stringify(one.absent)}`);
    }
    const page = library.routes.pages.find(({ route }) => route === one.page);
    return page && library.read(page).markdown.includes(one.says)
      ? []
      : [`${one.page} does not say ${JSON.stringify(one.says)}`];
  });
}

/** The corrections whose proof stands: an older scrape may say what a newer one takes back. */
export function standing(library: Library, corrections: Corrections): Corrections {
  const stands = (entry: Proved) => fallen(library, entry).length === 0;
  return {
    rules: corrections.rules.filter(stands),
    removed: corrections.removed.filter(stands),
    unsettled: corrections.unsettled.filter(stands),
  };
}

/** The corrections as a Markdown list, each with the pages that prove it. */
export function correctionLines(library: Library, corrections: Corrections): string {
  const { rules, removed, unsettled } = standing(library, corrections);
  return [
    ...rules.map(({ rule, now, proof }) => `- “${rule}”: ${now}${see(library, proof)}`),
    ...removed.map(({ what, now, proof }) => `- ${what}: removed. ${now}${see(library, proof)}`),
    ...unsettled.map(({ about, advice, proof }) => `- ${about}: ${advice}${see(library, proof)}`),
  ].join('\n');
}

function see({ routes }: Library, proof: readonly Proof[]): string {
  const proving = new Set(proof.flatMap((one) => ('page' in one ? [one.page] : [])));
  const links = routes.pages.filter(({ route }) => proving.has(route)).map(linkTo);
  return links.length > 0 ? ` (${links.join(', ')})` : '';
}
