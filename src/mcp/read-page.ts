/** `read_page` and `fetch`: a page's Markdown, whole, by heading, in one language, in pieces. */
import { cutFrontmatter } from '../model/frontmatter.ts';
import { languageOfTab, type LanguageId } from '../model/languages.ts';
import { languageRoute, markdownRouteOf } from '../model/routes.ts';
import { daysOf } from '../model/scrape-date.ts';
import { idOf, languagesOf, titleOf, type Docs, type Place, type Reply } from './docs.ts';
import { findPlace } from './find-place.ts';
import { bodyOf, partsOf, takeWithin, type Part, type Range } from './passage.ts';

/** What `read_page` is asked. */
export interface ReadPageInput {
  /** Any address of the page: id, route, URL, upstream path. */
  readonly page: string;
  /** Text or anchor of a heading, for what stands under it alone. */
  readonly heading?: string | undefined;
  readonly language?: LanguageId | undefined;
  /** Tokens of the text, at most. */
  readonly max_tokens?: number | undefined;
  /** `next_cursor` of the piece before. */
  readonly cursor?: string | undefined;
}

/** What `read_page` answers. */
export interface ReadPageValue {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** The language whose code alone is shown. */
  readonly language?: LanguageId;
  /** Of `text` (o200k_base). */
  readonly tokens: number;
  /** To ask for what follows, absent at the end. */
  readonly next_cursor?: string;
  readonly text: string;
}

/** Tokens of one piece unless told. */
export const DEFAULT_MAX_TOKENS = 5000;

/**
 * A page or a part of it.
 * @throws Error that says what would have been right, for an unknown page, heading or cursor.
 */
export async function readPage(docs: Docs, input: ReadPageInput): Promise<Reply<ReadPageValue>> {
  const asked = findPlace(docs.facts, input.page);
  const read = await readPlace(docs, asked.place, input.language ?? asked.language);
  const part = partNamed(read, input.heading ?? asked.anchor);
  const range = input.cursor === undefined ? part : rangeAfter(input.cursor, part);
  const budget = input.max_tokens ?? DEFAULT_MAX_TOKENS;
  const { text, next } = takeWithin(read.lines, range, budget, docs.countTokens);
  const value = {
    ...placeValue(asked.place, part.anchor, part.text),
    ...(read.language && { language: read.language }),
    tokens: docs.countTokens(text),
    ...(next !== undefined && { next_cursor: cursorOf({ from: next, to: part.to }) }),
    text,
  };
  return {
    text: next === undefined ? text : `${text}\n\n${more(read, value, next)}`,
    value,
  };
}

/** What `fetch` answers. */
export interface FetchValue {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The whole of a page, or of the part that an id with an anchor names. */
export async function fetchPlace(docs: Docs, id: string): Promise<Reply<FetchValue>> {
  const { place, anchor, language } = findPlace(docs.facts, id);
  const read = await readPlace(docs, place, language);
  const part = partNamed(read, anchor);
  const { text } = takeWithin(read.lines, part, Infinity, () => 0);
  const { scraped, upstream } = docs.facts;
  const source = 'source' in place && place.source !== null ? upstream + place.source : undefined;
  const value = {
    ...placeValue(place, part.anchor, part.text),
    text,
    metadata: {
      scraped: daysOf(scraped),
      ...(source && { source }),
      ...(read.language && { language: read.language }),
      ...(languagesOf(place).length > 0 && { languages: languagesOf(place).join(', ') }),
    },
  };
  return { text: JSON.stringify(value), value };
}

/** A place's text, cut into lines, and its headings. */
export interface Read {
  readonly place: Place;
  /** The language whose code alone is in it. */
  readonly language: LanguageId | undefined;
  readonly lines: readonly string[];
  readonly parts: readonly Part[];
}

/** Reads a place, with one language's code where it is offered in that. */
export async function readPlace(
  docs: Docs,
  place: Place,
  wanted: LanguageId | undefined,
): Promise<Read> {
  const isOffered = wanted !== undefined && languagesOf(place).includes(wanted);
  const canonical = markdownRouteOf(place.route);
  const twin = await docs.read(isOffered ? languageRoute(canonical, wanted) : canonical);
  // A twin that would be too long says in its frontmatter whose code alone it shows.
  const [, label = ''] = /^language: (.+)$/m.exec(cutFrontmatter(twin).yaml) ?? [];
  const language = languageOfTab(label)?.id;
  const headings = 'headings' in place ? place.headings : [];
  const body = bodyOf(twin);
  const parts = partsOf(
    body,
    headings.filter(({ languages }) => !language || !languages || languages.includes(language)),
  );
  return { place, language, lines: body.split('\n'), parts };
}

/** The part under a heading, by its anchor or its words; the whole page for none. */
function partNamed({ place, lines, parts }: Read, asked: string): Part {
  if (asked === '') return { from: 0, to: lines.length, level: 1, text: '', anchor: '' };
  const anchor = asked.replace(/^#/, '');
  const words = wordsOf(asked);
  const part =
    parts.find((one) => one.anchor === anchor) ??
    parts.find(({ text }) => wordsOf(text) === words) ??
    parts.find(({ text }) => wordsOf(text).startsWith(words) && words !== '');
  if (part) return part;
  const known = parts.map(({ text, anchor }) => `${text} (#${anchor})`);
  const hint = known.length > 0 ? `its headings: ${known.join(', ')}` : 'it has no headings';
  throw new Error(`No heading ${JSON.stringify(asked.slice(0, 200))} on ${place.route}; ${hint}`);
}

/** What two spellings of a heading have in common: `` `motia` CLI `` and "Motia CLI". */
function wordsOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function placeValue(place: Place, anchor: string, heading: string) {
  const title = titleOf(place);
  return {
    id: idOf(place.route, anchor),
    title: heading === '' ? title : `${title} › ${heading}`,
    url: idOf(place.url, anchor),
  };
}

/** Names lines of a text as it is in this build: `120-260`. */
function cursorOf({ from, to }: Range): string {
  return `${from}-${to}`;
}

function rangeAfter(cursor: string, part: Range): Range {
  const [, from = NaN, to = NaN] = (/^(\d+)-(\d+)$/.exec(cursor) ?? []).map(Number);
  if (to === part.to && from >= part.from && from < to) return { from, to };
  throw new Error(
    `No cursor ${JSON.stringify(cursor.slice(0, 40))} here: repeat the call that gave it with the same page, heading and language, or leave it out to start again`,
  );
}

/** A line for the reader of a piece: what is left, and how to get it. */
function more({ parts }: Read, { next_cursor }: ReadPageValue, next = 0): string {
  const ahead = parts.filter(({ from }) => from >= next).map(({ text }) => text);
  const headings =
    ahead.length > 0
      ? ` Still to come: ${ahead.slice(0, 12).join('; ')}${ahead.length > 12 ? '; …' : ''}.`
      : '';
  return `[Cut to max_tokens. For the rest, repeat the call with cursor "${next_cursor}".${headings}]`;
}
