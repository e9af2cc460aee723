/** Entries of the maintainer's tables that matched the old scrape and do not match the new one. */
import type { Fixes } from '../code/fixes.ts';
import { languageOfFence } from '../model/languages.ts';
import { isOf } from '../code/mend.ts';
import type { Corrections } from '../llms/corrections.ts';
import { strayEntries, type AskedEntry } from '../model/asked.ts';
import { fallenClaims } from '../notes/claims.ts';
import type { NoteGroup } from '../notes/table.ts';
import { strayStems } from '../search/indexing/synonyms.ts';
import type { SynonymEntry } from '../search/index-file.ts';
import { stemOf, wordsOf } from '../search/words.ts';
import type { Aliases } from '../split/aliases.ts';
import type { Finding } from '../split/findings.ts';
import type { Section } from '../split/sections.ts';
import { remembered } from './remembered.ts';
import { sectionsOf, type PageSection } from './sections.ts';
import { treeOf, type Snapshot, type SnapshotPage } from './snapshot.ts';

/** A question whose best places are known: a line of `tests/search/*.jsonl`. */
export interface KnownQuestion {
  /** `questions.jsonl` */
  readonly file: string;
  readonly id: string;
  readonly gold: readonly { readonly source: string; readonly heading: string }[];
}

/** All tables beside the scrape that speak of its text. */
export interface Tables {
  readonly sections: readonly Section[];
  readonly aliases: Aliases;
  readonly asked: readonly AskedEntry[];
  readonly notes: readonly NoteGroup[];
  readonly fixes: Fixes;
  readonly corrections: Pick<Corrections, 'rules' | 'removed'>;
  readonly synonyms: readonly SynonymEntry[];
  readonly questions: readonly KnownQuestion[];
}

/** One complaint: the table, and what of it holds no more. */
type Complaint = Pick<Finding, 'page' | 'message'>;

/** What no longer matches, in the order of the tables; what matched neither before is left out. */
export function staleEntries(before: Snapshot, after: Snapshot, tables: Tables): Finding[] {
  const known = new Set(complaints(before, tables).map(({ page, message }) => page + message));
  return complaints(after, tables)
    .filter(({ page, message }) => !known.has(page + message))
    .map((complaint) => ({
      rule: 'stale-entry',
      severity: 'warning',
      line: 0,
      ...complaint,
    }));
}

function complaints(snapshot: Snapshot, tables: Tables): Complaint[] {
  const book = bookOf(snapshot);
  const about = (page: string, messages: readonly string[]): Complaint[] =>
    messages.map((message) => ({ page, message }));
  return [
    ...about('sections.yaml', lostSources(book, tables.sections)),
    ...about('aliases.yaml', deadAliases(book, tables.aliases)),
    ...about('asked', strayQuestions(book, tables.asked)),
    ...about(
      'notes.yaml',
      fallenClaims(tables.notes, (route) => book.noted(route)),
    ),
    ...about('fixes.yaml', idleFixes(book, tables.fixes)),
    ...about('corrections.yaml', fallenCorrections(book, tables.corrections)),
    ...about('synonyms.yaml', lostWords(book, tables.synonyms)),
    ...tables.questions.flatMap((question) => about(question.file, movedAnswers(book, question))),
  ];
}

/** A snapshot as the tables name its pages. */
interface Book {
  readonly snapshot: Snapshot;
  readonly bySource: ReadonlyMap<string, SnapshotPage>;
  readonly byRoute: ReadonlyMap<string, SnapshotPage>;
  sections(page: SnapshotPage): readonly PageSection[];
  noted(route: string): { tree: ReturnType<typeof treeOf>; mdx: string } | undefined;
}

const cut = remembered((page: SnapshotPage) => sectionsOf(page, (target) => target));

function bookOf(snapshot: Snapshot): Book {
  const byRoute = new Map(snapshot.pages.map((page) => [page.route, page]));
  return {
    snapshot,
    byRoute,
    bySource: new Map(snapshot.pages.map((page) => [page.source, page])),
    sections: cut,
    noted: (route) => {
      const page = byRoute.get(route);
      return page && { tree: treeOf(page), mdx: page.mdx };
    },
  };
}

function lostSources({ bySource }: Book, sections: readonly Section[]): string[] {
  return sections.flatMap(({ slug, pages, order }) =>
    [...new Set([...Object.keys(pages), ...order])]
      .filter((source) => !bySource.has(source))
      .map((source) => `${source} (section ${slug}) is no page of the scrape`),
  );
}

function deadAliases(book: Book, aliases: Aliases): string[] {
  const { bySource, byRoute, snapshot } = book;
  const landings = new Set(snapshot.manifest.sections.map(({ slug }) => `/${slug}/`));
  return [...aliases].flatMap(([from, to]) => {
    if (bySource.has(from)) return [`${from} is a page now: its alias is not needed`];
    if (!to.startsWith('/') || landings.has(to)) return [];
    const [path = '', anchor] = to.split('#', 2);
    const page = bySource.get(path) ?? byRoute.get(path);
    if (!page) return [`${from}: its target ${to} is gone`];
    const isThere =
      anchor === undefined || book.sections(page).some(({ anchors }) => anchors.includes(anchor));
    return isThere ? [] : [`${from}: its target ${to} has no such anchor`];
  });
}

function strayQuestions(book: Book, asked: readonly AskedEntry[]): string[] {
  const sources = new Map(book.snapshot.pages.map((page) => [page.route, page]));
  const named = new Set(asked.map(({ page }) => page));
  const pages = [...named].flatMap((route) => {
    const page = sources.get(route);
    return page ? [{ route, headings: book.sections(page).map(({ heading }) => heading) }] : [];
  });
  return strayEntries(asked, pages).map(
    ({ page, heading }) => `${page} has no heading ${JSON.stringify(heading)}`,
  );
}

function idleFixes(book: Book, fixes: Fixes): string[] {
  const pages = new Map(book.snapshot.pages.map((page) => [page.file, page]));
  const blocks = (file: string) => {
    const page = pages.get(file);
    return page ? book.sections(page).flatMap(({ code }) => code) : [];
  };
  const isThere = (fix: { page: string; ordinal: number; sha256: string }): boolean => {
    const block = blocks(fix.page)[fix.ordinal - 1];
    return block !== undefined && isOf(fix, { ...block, page: fix.page, ordinal: fix.ordinal });
  };
  const all = [...pages.keys()].flatMap(blocks);
  return [
    ...fixes.patterns
      .filter(({ find, languages }) => {
        const pattern = new RegExp(find, 'm');
        return !all.some(({ language, code }) => {
          const id = languageOfFence(language)?.id;
          return id !== undefined && languages.includes(id) && pattern.test(code);
        });
      })
      .map(({ id }) => `${id} applies to no block`),
    ...fixes.blocks
      .filter((fix) => !isThere(fix))
      .map(({ id, page, ordinal }) => `${id} is of another text than block ${ordinal} of ${page}`),
    ...fixes.unfixable
      .filter((fix) => !isThere(fix))
      .map(({ page, ordinal }) => `the note on block ${ordinal} of ${page} is of another text`),
  ];
}

function fallenCorrections(
  { byRoute, snapshot }: Book,
  { rules, removed }: Tables['corrections'],
): string[] {
  const quoted = rules
    .filter(({ rule }) => !snapshot.manifest.scrape.preamble.includes(rule))
    .map(({ rule }) => `the instructions no longer say ${JSON.stringify(rule.slice(0, 60))}`);
  const proved = [...rules, ...removed].flatMap(({ proof }) =>
    proof.flatMap((one) => {
      if ('absent' in one) {
        const wanted = one.absent.toLowerCase();
        return snapshot.pages
          .filter(({ mdx }) => mdx.toLowerCase().includes(wanted))
          .map(({ route }) => `${route} says ${JSON.stringify(one.absent)}`);
      }
      if (!('pages' in one)) return [];
      const { page, says } = one.pages;
      const isSaid = byRoute.get(page)?.mdx.includes(says);
      return isSaid ? [] : [`${page} does not say ${JSON.stringify(says)}`];
    }),
  );
  return [...quoted, ...proved];
}

function lostWords({ snapshot }: Book, synonyms: readonly SynonymEntry[]): string[] {
  const text = snapshot.pages.map(({ raw }) => raw).join('\n');
  const stems = new Set(
    wordsOf(text).flatMap(({ term, parts }) => [term, ...parts].map((word) => stemOf(word))),
  );
  return strayStems(synonyms, (stem) => stems.has(stem)).map((stem) => `no page says "${stem}"`);
}

function movedAnswers(book: Book, { id, gold }: KnownQuestion): string[] {
  const lost = gold.filter(({ source, heading }) => {
    const page = book.bySource.get(source);
    if (!page) return true;
    return !book
      .sections(page)
      .some((section) => section.heading === heading || [page.title, ''].includes(heading));
  });
  return lost.map(
    ({ source, heading }) => `${id}: its answer left ${source} ${JSON.stringify(heading)}`,
  );
}
