/** Searches the built site at a terminal: `npm run search -- "query"`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { commandLine, UsageError } from './command-line.ts';
import { LANGUAGES, type LanguageId } from '../src/model/languages.ts';
import { addressOf } from '../src/mcp/docs.ts';
import { readFacts } from '../src/mcp/facts-on-disk.ts';
import { openSearch, type Search } from '../src/search/engine.ts';
import { filesOnDisk } from '../src/search/files-on-disk.ts';
import { INDEX_FILE, SEARCH_FOLDER } from '../src/search/index-file.ts';
import { UNANSWERED } from '../src/search/result.ts';
import type { Answer, HitWithExcerpt, SearchOptions } from '../src/search/result.ts';

const HELP = `npm run --silent search -- [options] "query"
npm run --silent search -- [options] --batch FILE

Searches the built site, as its search box does. A phrase in quotes is found as it stands.

  --limit N       the most hits (default: 10)
  --section S     only in this section of the site: guides, concepts, …
  --language L    only for this language: ${LANGUAGES.map(({ id }) => id).join(', ')}
  --json          one JSON object: {"query", "corrected", "partial", "answered", "hits": […]}
  --batch FILE    a query a line as {"id", "q"}; prints {"id", "answered", "hits": […]}
  --dist DIR      the built site (default: dist)
  --help          show this

Exit codes: 0 good (also with no hits), 1 not built or unreadable, 2 wrong usage.`;

await commandLine(
  HELP,
  {
    limit: { type: 'string', default: '10' },
    section: { type: 'string' },
    language: { type: 'string' },
    json: { type: 'boolean', default: false },
    batch: { type: 'string' },
    dist: { type: 'string', default: join(import.meta.dirname, '../dist') },
  },
  async ({ limit, section, language, json, batch, dist }, queries) => {
    const options = { limit: countOf(limit), section, language: languageOf(language) };
    const query = queries.join(' ').trim();
    if (batch === undefined && query === '') throw new UsageError('expected a query');
    if (batch !== undefined && query !== '')
      throw new UsageError('expected a query or --batch, not both');
    const search = await open(dist);
    if (section !== undefined && !search.areas.some(([slug]) => slug === section)) {
      const known = search.areas.map(([slug]) => slug).join(', ');
      throw new UsageError(`--section ${section} is unknown, expected one of ${known}`);
    }
    if (batch !== undefined) await answerBatch(search, readFileSync(batch, 'utf8'), options);
    else {
      const answer = await ask(search, query, options);
      console.log(json ? JSON.stringify(plainAnswer(answer)) : shown(answer));
    }
  },
);

/** The hits' addresses are full ones, at the address that the site was built for. */
async function open(dist: string): Promise<Search> {
  const index = join(dist, SEARCH_FOLDER, INDEX_FILE);
  if (!existsSync(index)) {
    throw new Error(`the search index is not built (no ${index}): run "npm run build"`);
  }
  const { origin, base } = addressOf(readFacts(dist));
  return openSearch(filesOnDisk(dist), origin + base);
}

async function ask(
  search: Search,
  query: string,
  options: SearchOptions,
): Promise<Answer<HitWithExcerpt>> {
  const answer = await search.search(query, options);
  const hits = await Promise.all(answer.hits.map((hit) => search.withExcerpt(hit)));
  return { ...answer, hits };
}

async function answerBatch(search: Search, lines: string, options: SearchOptions): Promise<void> {
  for (const [at, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue;
    const { id, q } = readQuestion(line, at + 1);
    const { answered, hits } = await ask(search, q, options);
    console.log(JSON.stringify({ id, answered, hits: hits.map(plainHit) }));
  }
}

function readQuestion(line: string, number: number): { id: string; q: string } {
  try {
    const { id, q }: Record<string, unknown> = JSON.parse(line);
    if (typeof id === 'string' && typeof q === 'string') return { id, q };
  } catch {
    // Refused below, as any other line that is no question.
  }
  throw new Error(`line ${number} of the batch: expected {"id": "…", "q": "…"}, got ${line}`);
}

function plainAnswer({ hits, ...answer }: Answer<HitWithExcerpt>) {
  return { ...answer, hits: hits.map(plainHit) };
}

/** A hit as data: what is there for drawing it is left out. */
function plainHit(hit: HitWithExcerpt) {
  const {
    url,
    source,
    route,
    heading,
    anchor,
    title,
    breadcrumb,
    warning,
    excerpt,
    score,
    missing,
  } = hit;
  return {
    url,
    source,
    route,
    heading,
    anchor,
    title,
    breadcrumb,
    warning,
    excerpt,
    score,
    missing,
  };
}

/** The answer for people. */
function shown({ query, corrected, partial, answered, hits }: Answer<HitWithExcerpt>): string {
  const notes = [
    corrected === null ? '' : `Showing results for ${styleText('bold', corrected)}`,
    answered && partial ? 'No section has all the words; these come closest.' : '',
    answered || hits.length === 0 ? '' : UNANSWERED,
    hits.length === 0 ? `Nothing found for ${query}` : '',
  ];
  return [...notes.filter(Boolean), ...hits.map(shownHit)].join('\n\n');
}

function shownHit(
  { breadcrumb, heading, warning, pieces, url }: HitWithExcerpt,
  at: number,
): string {
  const excerpt = pieces
    .map(({ text, marked, code }) => styleText(marked ? 'bold' : code ? 'cyan' : 'reset', text))
    .join('');
  const trail = heading ? breadcrumb.join(' › ') : breadcrumb.slice(0, -1).join(' › ');
  return [
    `${String(at + 1).padStart(2)}. ${styleText(['bold', 'green'], heading || (breadcrumb.at(-1) ?? ''))}  ${styleText('dim', trail)}`,
    ...(warning === null ? [] : [`    ${styleText('yellow', warning)}`]),
    `    ${excerpt}`,
    `    ${styleText('underline', url)}`,
  ].join('\n');
}

function countOf(limit: string): number {
  const count = Number(limit);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError(`--limit is ${limit}, expected a number from 1`);
}

function languageOf(id: string | undefined): LanguageId | undefined {
  const language = LANGUAGES.find((language) => language.id === id);
  if (id === undefined || language) return language?.id;
  const known = LANGUAGES.map(({ id }) => id).join(', ');
  throw new UsageError(`--language ${id} is unknown, expected one of ${known}`);
}
