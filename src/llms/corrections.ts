/** Where old rules and the documentation disagree: `content/_source/corrections.yaml`. */
import type { Note, Proof } from '../notes/table.ts';
import { linkTo } from './entries.ts';
import type { Library } from './library.ts';

/** What shows that an entry is right: as for a note, or a text that no page holds. */
export type CorrectionProof = Proof | { readonly absent: string };

/** An entry with what shows that it is right. */
interface Proved {
  readonly proof: readonly CorrectionProof[];
}

export interface Corrections {
  /** Rules of the assistant's instructions, quoted, and what holds now. */
  readonly rules: readonly (Proved & { readonly rule: string; readonly now: string })[];
  /** What Motia no longer has, and what stands in its place. */
  readonly removed: readonly (Proved & { readonly what: string; readonly now: string })[];
  /** The editor's notes that whoever writes code must know. */
  readonly notes: readonly Note[];
}

/**
 * What of a proof the documentation no longer says, or says against it, one line each:
 * `/guides/cli/ does not say "npx motia dev"`. What the packages say is proved by `notes/proofs.ts`.
 */
export function fallen(library: Library, { proof }: Proved): string[] {
  return proof.flatMap((one) => {
    if ('absent' in one) {
      const pages = library.routes.pages.filter((page) =>
        library.read(page).markdown.toLowerCase().includes(one.absent.toLowerCase()),
      );
      return pages.map(({ route }) => `${route} says ${JSON.stringify(one.absent)}`);
    }
    if (!('pages' in one)) return [];
    const { page: route, says } = one.pages;
    const page = library.routes.pages.find((known) => known.route === route);
    return page && library.read(page).markdown.includes(says)
      ? []
      : [`${route} does not say ${JSON.stringify(says)}`];
  });
}

/** The corrections whose pages still say so: an older scrape may say what a newer one takes back. */
export function standing(library: Library, corrections: Corrections): Corrections {
  const stands = (entry: Proved) => fallen(library, entry).length === 0;
  return {
    rules: corrections.rules.filter(stands),
    removed: corrections.removed.filter(stands),
    notes: corrections.notes,
  };
}

/** The corrections as a Markdown list, each with the pages that prove it. */
export function correctionLines(library: Library, corrections: Corrections): string {
  const { rules, removed, notes } = standing(library, corrections);
  return [
    ...rules.map(({ rule, now, proof }) => `- “${rule}”: ${now}${see(library, proof)}`),
    ...removed.map(({ what, now, proof }) => `- ${what}: removed. ${now}${see(library, proof)}`),
    ...notes.map(({ title, today }) => `- ${title}: ${today}`),
  ].join('\n');
}

function see({ routes }: Library, proof: readonly CorrectionProof[]): string {
  const proving = new Set(proof.flatMap((one) => ('pages' in one ? [one.pages.page] : [])));
  const links = routes.pages.filter(({ route }) => proving.has(route)).map(linkTo);
  return links.length > 0 ? ` (${links.join(', ')})` : '';
}
