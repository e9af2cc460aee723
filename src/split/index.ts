/** The whole split, as one pure function: dump → pages, manifest, findings. */
import type { Manifest, ManifestPage, ManifestRedirect } from '../model/manifest.ts';
import { percentDecoded } from '../model/percent-decoded.ts';
import type { ScrapeDate } from '../model/scrape-date.ts';
import type { Aliases } from './aliases.ts';
import { tooCostly, type Bound } from './bounds.ts';
import { decodeDump, DecodeError } from './decode.ts';
import { provePage } from './fidelity.ts';
import { sortFindings, WHOLE_DUMP, type Finding } from './findings.ts';
import { draftPage, nameOf, type DraftPage } from './page.ts';
import { placeEntries, type Place, type Placement } from './route.ts';
import type { SectionTable } from './sections.ts';
import { segmentDump, type Entry, type SegmentedDump } from './segment.ts';
import { serializePage } from './serialize.ts';
import { codeLinesOf, deriveDescription, languagesOf } from './summary.ts';
import { resolveLink, resolveLinks, type LinkTargets } from './transforms/links.ts';
import { sha256 } from './sha256.ts';

/** The tables beside the dump. */
export interface SplitTables {
  sections: SectionTable;
  aliases: Aliases;
  /** Keys of the pictures that images.json knows. */
  pictures: ReadonlySet<string>;
  /** When the scrape was made, if not when the table says. */
  date?: ScrapeDate | undefined;
  /** True for a scrape that was split before: its pages are not proved again. */
  isProved?: boolean;
}

/** All that a split gives. */
export interface SplitResult {
  /** File relative to the output folder → its text; empty when a finding is an error. */
  files: Map<string, string>;
  manifest: Manifest;
  duplicates: { source: string }[];
  repairedLines: number;
  findings: Finding[];
}

/** Splits a dump. Never throws at bad input: every problem is a finding of severity `error`. */
export function splitDump(bytes: Uint8Array, tables: SplitTables): SplitResult {
  const decoded = tryDecode(bytes);
  if ('severity' in decoded) return failed([decoded], tables);
  const dump = segmentDump(decoded.text);
  const placement = placeEntries(dump.entries, tables.sections.sections);
  const refused = tooCostly(dump.entries);
  const drafted = dump.entries.flatMap((entry) => {
    const place = placement.places.get(entry.source);
    const bound = refused.get(entry);
    if (!place) return [];
    return bound
      ? [refusal(place, entry, bound)]
      : attempt(place, entry, () => draftPage(entry, place, tables.pictures));
  });
  const drafts = drafted.flatMap((page) => ('draft' in page && page.draft ? [page.draft] : []));
  const targets = linkTargets(drafts, placement, tables);
  const attempted = drafts.flatMap((draft) =>
    attempt(draft.place, draft.entry, () => writePage(draft, targets, tables.isProved === true)),
  );
  const written = attempted.filter((page) => 'text' in page);
  const findings = sortFindings([
    ...dump.findings,
    ...placement.findings,
    ...drafted.flatMap((page) => ('findings' in page ? page.findings.all : [page])),
    ...attempted.filter((page) => 'severity' in page),
  ]);
  const manifest = manifestOf(bytes, dump, placement, written, tables);
  const isBroken = findings.some((finding) => finding.severity === 'error');
  return {
    files: new Map(isBroken ? [] : written.map(({ page, text }) => [page.file, text])),
    manifest,
    duplicates: dump.duplicates.map(({ source }) => ({ source })),
    repairedLines: decoded.repairedLines.length,
    findings,
  };
}

function tryDecode(bytes: Uint8Array): ReturnType<typeof decodeDump> | Finding {
  try {
    return decodeDump(bytes);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    const { line, message } = error;
    return { rule: 'bad-bytes', severity: 'error', page: WHOLE_DUMP, line, message };
  }
}

/** A step on one page; what it throws (nested too deeply, say) is a finding that names the page. */
function attempt<Page>(place: Place, { lines }: Entry, step: () => Page): [Page | Finding] {
  try {
    return [step()];
  } catch (error) {
    const message = `the page cannot be read: ${(error as Error).message}`;
    return [
      { rule: 'broken-page', severity: 'error', page: nameOf(place), line: lines[0], message },
    ];
  }
}

const refusal = (place: Place, { lines }: Entry, { rule, line, message }: Bound): Finding => ({
  rule,
  severity: 'error',
  page: nameOf(place),
  line: lines[0] + line,
  message,
});

function failed(findings: Finding[], tables: SplitTables): SplitResult {
  const dump: SegmentedDump = segmentDump('');
  const placement = placeEntries([], tables.sections.sections);
  const manifest = manifestOf(new Uint8Array(), dump, placement, [], tables);
  return { files: new Map(), manifest, duplicates: [], repairedLines: 0, findings };
}

function linkTargets(
  drafts: readonly DraftPage[],
  placement: Placement,
  tables: SplitTables,
): LinkTargets {
  return {
    routes: new Map(
      [...placement.places.values()].map(({ source, route }) => [percentDecoded(source), route]),
    ),
    anchors: new Map(drafts.map(({ place, anchors }) => [percentDecoded(place.source), anchors])),
    aliases: tables.aliases,
    landings: new Set(placement.sections.map(({ slug }) => `/${slug}/`)),
    upstream: tables.sections.scrape.upstream,
  };
}

interface WrittenPage {
  page: ManifestPage;
  text: string;
}

/** Resolves the links of a draft, writes its text and proves it. Findings go to the draft's. */
function writePage(draft: DraftPage, targets: LinkTargets, isProved: boolean): WrittenPage {
  const { entry, place, tree, title, findings } = draft;
  resolveLinks(tree, entry.source, targets, findings);
  const derived = draft.frontmatter.description === null ? deriveDescription(tree) : undefined;
  const description = draft.frontmatter.description ?? derived ?? null;
  const languages = languagesOf(tree);
  const text = serializePage(
    {
      title,
      ...(description === null ? {} : { description }),
      ...(derived === undefined ? {} : { descriptionDerived: true }),
      source: entry.source,
      lines: entry.lines,
      sidebar: { order: place.order },
      ...(languages.length > 0 ? { languages } : {}),
    },
    tree,
  );
  const link = (url: string): string => resolveLink(url, entry.source, targets).url;
  const context = { title, body: draft.body, link };
  const objections = isProved ? [] : provePage(draft.source, text, draft.anchors, context);
  for (const { rule, line, message } of objections) {
    findings.add(rule, 'error', line, message);
  }
  const page: ManifestPage = {
    source: entry.source,
    file: place.file,
    route: place.route,
    title,
    description,
    descriptionDerived: derived !== undefined,
    section: place.section,
    order: place.order,
    lines: entry.lines,
    blocks: codeLinesOf(tree).map((line) => findings.lineInDump(line)),
    languages,
    sha256: sha256(text),
  };
  return { page, text };
}

function manifestOf(
  bytes: Uint8Array,
  dump: SegmentedDump,
  placement: Placement,
  written: readonly WrittenPage[],
  tables: SplitTables,
): Manifest {
  const { scrape } = tables.sections;
  return {
    scrape: {
      sha256: sha256(bytes),
      date: tables.date ?? scrape.date,
      upstream: scrape.upstream,
      summary: dump.summary,
      notes: dump.notes,
      optional: dump.optional,
      preamble: dump.preamble,
    },
    sections: placement.sections,
    pages: written.map(({ page }) => page),
    redirects: redirectsOf(placement, tables.aliases),
  };
}

/** Every upstream path, and every alias without an anchor, that leads to a route of ours. */
function redirectsOf(placement: Placement, aliases: Aliases): ManifestRedirect[] {
  const routes = new Set([
    ...[...placement.places.values()].map(({ route }) => route),
    ...placement.sections.map(({ slug }) => `/${slug}/`),
  ]);
  const fromAliases = [...aliases].flatMap(([from, to]): ManifestRedirect[] => {
    const [path = '', anchor] = to.split('#', 2);
    const route = placement.places.get(path)?.route ?? path;
    const isTaken = placement.places.has(from) || from.includes('#');
    if (isTaken || !routes.has(route)) return [];
    return [{ from, to: anchor === undefined ? route : `${route}#${anchor}` }];
  });
  const fromPages = [...placement.places.values()].map(({ source, route }) => ({
    from: source,
    to: route,
  }));
  return [...fromPages, ...fromAliases].sort((a, b) => (a.from < b.from ? -1 : 1));
}
