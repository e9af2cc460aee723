/** `search_docs`, `search` and `list_pages`: finding the section or page that answers. */
import type { LanguageId } from '../model/languages.ts';
import type { PageFacts } from '../llms/pages-json.ts';
import { UNANSWERED } from '../search/result.ts';
import { idOf, type Docs, type Reply } from './docs.ts';

/** What `search_docs` is asked. */
export interface SearchInput {
  readonly query: string;
  /** Slug of the only section to look in. */
  readonly section?: string | undefined;
  readonly language?: LanguageId | undefined;
  /** Hits, at most. */
  readonly limit?: number | undefined;
}

/** One section of a page that answers. */
export interface Found {
  /** What `read_page` and `fetch` take: `/guides/streams/#ephemeral-events`. */
  readonly id: string;
  /** The page and the headings that lead to it: `Streams › Ephemeral Events`. */
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  /** What to know before using it: it was removed, or its code is not as the package is. */
  readonly warning?: string;
  /** Questions that it answers. */
  readonly answers: readonly string[];
}

/** What `search_docs` answers. */
export interface SearchValue {
  readonly query: string;
  /** The query as it was understood, when words had to be mended. */
  readonly corrected?: string;
  /** No hit has all words of the query. */
  readonly partial: boolean;
  /** False where the docs do not seem to answer the query. */
  readonly answered: boolean;
  /** Best first. */
  readonly results: readonly Found[];
}

/** Questions told of a hit. */
const MOST_ANSWERS = 2;
/** Hits, at most, unless told. */
export const DEFAULT_LIMIT = 8;

/**
 * Sections that answer a question, best first: the order of the site's own search.
 * @throws Error that lists the sections, for an unknown one.
 */
export async function searchDocs(docs: Docs, input: SearchInput): Promise<Reply<SearchValue>> {
  const { query, language, limit = DEFAULT_LIMIT } = input;
  const section = sectionNamed(docs, input.section);
  const search = await docs.search();
  const { corrected, partial, answered, hits } = await search.search(query, {
    section,
    language,
    limit,
  });
  const results = await Promise.all(
    hits.map(async (hit): Promise<Found> => {
      const { route, anchor, title, warning } = hit;
      const { excerpt } = await search.withExcerpt(hit);
      const page = docs.facts.pages.find((one) => one.route === route);
      // As its Markdown has it, where a step's heading opens with the step's number.
      const section = page?.headings.find((one) => one.anchor === anchor);
      const heading = section?.text ?? hit.heading;
      const questions = (anchor === '' ? page?.questions : section?.questions) ?? [];
      return {
        id: idOf(route, anchor),
        title: heading === '' ? title : `${title} › ${heading}`,
        url: idOf(page?.url ?? hit.url, anchor),
        excerpt,
        ...(warning !== null && { warning }),
        answers: questions.slice(0, MOST_ANSWERS),
      };
    }),
  );
  const value = { query, ...(corrected !== null && { corrected }), partial, answered, results };
  return { text: searchText(value), value };
}

function searchText({ query, corrected, partial, answered, results }: SearchValue): string {
  if (results.length === 0) {
    return `Nothing found for ${JSON.stringify(query)}. Use other words, or list_pages.`;
  }
  return [
    ...(corrected ? [`Results for “${corrected}”:`] : []),
    ...(answered ? [] : [UNANSWERED]),
    ...(answered && partial ? ['No section has all of these words; the nearest are:'] : []),
    ...results.map(resultText),
  ].join('\n');
}

function resultText({ id, title, excerpt, warning, answers }: Found): string {
  const lines = [`- ${title}`, `id: ${id}`, oneLine(excerpt)];
  if (warning !== undefined) lines.push(`warning: ${warning}`);
  if (answers.length > 0) lines.push(`answers: ${answers.join('; ')}`);
  return lines.join('\n  ');
}

/** What `list_pages` is asked. */
export interface ListInput {
  readonly section?: string | undefined;
  readonly language?: LanguageId | undefined;
}

/** A page in a list. */
export interface Listed extends Pick<PageFacts, 'title' | 'section' | 'languages' | 'tokens'> {
  readonly id: string;
  readonly description?: string;
}

/**
 * The pages in reading order.
 * @throws Error that lists the sections, for an unknown one.
 */
export function listPages(docs: Docs, input: ListInput): Reply<{ pages: readonly Listed[] }> {
  const section = sectionNamed(docs, input.section);
  const { language } = input;
  const pages = docs.facts.pages
    .filter((page) => section === undefined || page.section === section)
    .filter(({ languages }) => language === undefined || languages.includes(language))
    .map(({ route: id, title, description, section, languages, tokens }) => ({
      id,
      title,
      ...(description !== null && { description }),
      section,
      languages,
      tokens,
    }));
  const lines = pages.map(
    ({ id, title, description, tokens }) =>
      `- ${title} (${id}, ${tokens} tokens)${description ? `: ${oneLine(description)}` : ''}`,
  );
  return { text: lines.join('\n') || 'No pages.', value: { pages } };
}

function sectionNamed({ facts }: Docs, asked: string | undefined): string | undefined {
  const slug = asked?.trim().replaceAll('/', '').toLowerCase();
  if (!slug) return undefined;
  const section = facts.sections.find(
    (one) => one.slug === slug || one.label.toLowerCase() === slug,
  );
  if (section) return section.slug;
  const known = facts.sections.map((one) => one.slug).join(', ');
  throw new Error(`No section ${JSON.stringify(asked?.slice(0, 200))}; there are ${known}`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
