/** What readers are told of the samples of a page: proved, mended, or not as the published package is. */
import { languageOfFence } from '../model/languages.ts';
import type { Fixes } from './fixes.ts';
import { blocksOfPage, type BlockReport, type CodeReport, type Reason } from './report.ts';
import { VERSIONS } from './versions.ts';

/** What is said of one sample. */
export interface Sample {
  /** `checks` as it stands, `mended`: checks with our changes, `differs`: does not. */
  readonly standing: 'checks' | 'mended' | 'differs';
  /** One plain sentence without a full stop. */
  readonly words: string;
  /** The ids of the editor's notes that tell more. */
  readonly notes: readonly string[];
}

/** The version that samples are held to in the pages: the one nearest to the scrape. */
export const SHOWN_VERSION =
  VERSIONS.find(({ role }) => role === 'nearest')?.version ?? 'of an unknown version';

/** What is said first of a sample that the version refuses. */
export const REFUSED = `Does not check with motia ${SHOWN_VERSION}`;

/** The samples of a page that say anything about Motia, by their ordinals among its code blocks. */
export function samplesOf(report: CodeReport, fixes: Fixes, page: string): Map<number, Sample> {
  const samples = [...blocksOfPage(report, page)].flatMap(([ordinal, block]) => {
    const sample = sampleOf(block, fixes);
    return sample ? [[ordinal, sample] as const] : [];
  });
  return new Map(samples);
}

/** "12 of 14 samples type-check with motia …", and how many of them do so with our changes. */
export function standingOf(samples: ReadonlyMap<number, Sample>): string | undefined {
  const count = (standing: Sample['standing']): number =>
    samples
      .values()
      .filter((sample) => sample.standing === standing)
      .toArray().length;
  const mended = count('mended');
  if (samples.size === 0) return undefined;
  const good = `${count('checks') + mended} of ${samples.size} samples check with motia ${SHOWN_VERSION}`;
  return mended > 0 ? `${good}, ${mended} of them mended here` : good;
}

function sampleOf(block: BlockReport, fixes: Fixes): Sample | undefined {
  const now = (block.mended ?? block).verdicts[SHOWN_VERSION];
  if (!block.motia || !now || now.verdict === 'fragment') return undefined;
  const applied = [...fixes.patterns, ...fixes.blocks].filter(({ id }) =>
    block.mended?.fixes.includes(id),
  );
  const reviewed = fixes.unfixable.filter(
    ({ page, ordinal, sha256 }) =>
      page === block.page && ordinal === block.ordinal && block.sha256.startsWith(sha256),
  );
  const notes = [...new Set([...applied, ...reviewed].flatMap(({ note }) => note ?? []))];
  const why = whyOf(applied);
  if (now.verdict === 'checks') {
    return why
      ? { standing: 'mended', words: `Mended for motia ${SHOWN_VERSION}: ${why}`, notes }
      : { standing: 'checks', words: `${proofOf(block)} motia ${SHOWN_VERSION}`, notes };
  }
  const against = now.reasons.find((reason) => reason.class !== 'note');
  const reason = against ? inWords(against) : 'it is no whole code';
  const still = `${REFUSED}: ${reason}`;
  return { standing: 'differs', words: why ? `${still}. Mended: ${why}` : still, notes };
}

function proofOf({ language }: BlockReport): string {
  return languageOfFence(language) ? 'Type-checks with' : 'Checked against';
}

/** The reasons of fixes as one sentence without a full stop. */
export function whyOf(fixes: readonly { readonly why: string }[]): string {
  const whys = fixes.map(({ why }) => why.trim().replaceAll(/\s+/g, ' ').replace(/\.$/, ''));
  return [...new Set(whys)].join('; ');
}

/** The longest message of the compiler that is shown as it is. */
const LONGEST = 140;

/** What is wrong, for a reader who never saw the compiler's message. */
function inWords({ class: kind, message }: Reason): string {
  const name = /'"?([\w/@.-]+)"?'/.exec(
    message.replace(/^.*?(exported member|and|Property)/, ''),
  )?.[1];
  switch (kind) {
    case 'renamed-trigger':
      return 'the trigger `api` is called `http`';
    case 'gone-name':
      return `motia does not export \`${name ?? ''}\``;
    case 'gone-entry':
      return `the package has no \`${/module '([^']+)'/.exec(message)?.[1] ?? ''}\``;
    case 'gone-field':
      return `\`${name ?? ''}\` is no field of ${fieldOwner(message)}`;
    case 'gone-command':
      return message.replace(/^motia \S+ has/, 'the CLI has').replace(/ in motia \S+$/, '');
    case 'wrong-context':
      return `the handler is given no \`${name ?? ''}\``;
    case 'untyped':
      return 'the sample never says what its data is';
    case 'missing-name':
      return `the sample does not say where \`${/name '(\w+)'|property '(\w+)'/.exec(message)?.slice(1).find(Boolean) ?? ''}\` comes from`;
    default:
      return message.length > LONGEST
        ? `${message.slice(0, LONGEST - 1)}…`
        : message.replace(/\.$/, '');
  }
}

function fieldOwner(message: string): string {
  const type = /in type '(\w+)/.exec(message)?.[1];
  return type === undefined ? 'what is expected here' : `\`${type}\``;
}
