/**
 * `read_for_task`: the sections of the docs that a task needs, as one text within a budget of tokens, in
 * reading order. The task is split into what it wants (`wants.ts`), each want is searched for, and the
 * sections are chosen by worth and tokens (`cover.ts`); what two of them say is said once.
 */
import { LANGUAGES, type LanguageId } from '../../model/languages.ts';
import { TOLD } from '../../search/rank.ts';
import { UNANSWERED, type Hit } from '../../search/result.ts';
import { addressOf, idOf, type Docs, type Place, type Reply } from '../docs.ts';
import { readPlace } from '../read-page.ts';
import { blocksOf, blocksWithin } from './blocks.ts';
import { cover, isSaidOnce, type Candidate } from './cover.ts';
import { languageIn, languagesNamed, wantsOf, type Want } from './wants.ts';

/** What `read_for_task` is asked. */
export interface TaskInput {
  readonly task: string;
  /** Tokens of the text, at most. */
  readonly budget?: number | undefined;
  /** The one language of its code; unless told, the one that the task names, else TypeScript. */
  readonly language?: LanguageId | undefined;
}

/** The same as texts, from a command line or an address; an empty one is as good as none. */
export type TaskTexts = Readonly<Record<keyof TaskInput, string | undefined>>;

/** A section of a pack, or one that had no place in it. */
export interface PackedSection {
  readonly source: string | null;
  readonly route: string;
  readonly heading: string;
  readonly anchor: string;
  readonly tokens: number;
  readonly why: string;
}

/** What `read_for_task` answers. */
export interface PackValue {
  readonly task: string;
  readonly budget: number;
  /** Of `text` (o200k_base). */
  readonly tokens: number;
  /** In reading order. */
  readonly sections: readonly PackedSection[];
  /** The nearest that had no place, and what was cut off those that have one. */
  readonly left_out: readonly PackedSection[];
  readonly text: string;
}

/** Tokens of a pack. */
export const BUDGET = { least: 500, usual: 6000, most: 50_000 } as const;
/** Characters of a task. */
export const LONGEST_TASK = 2000;

/**
 * Reads what is asked for.
 * @throws RangeError in one line, for a budget that is no number or a language that is none of the docs'
 */
export function readTask({ task, budget, language }: TaskTexts): TaskInput {
  if (budget && !/^\d{1,9}$/.test(budget)) throw outOfBounds(budget.slice(0, 40));
  const known = LANGUAGES.find(({ id }) => id === language?.toLowerCase());
  if (language && !known) {
    const ids = LANGUAGES.map(({ id }) => id).join(', ');
    throw new RangeError(`The language is ${language.slice(0, 40)}, expected one of ${ids}`);
  }
  return {
    task: task ?? '',
    budget: budget ? Number(budget) : undefined,
    language: known?.id,
  };
}

function outOfBounds(budget: number | string): RangeError {
  return new RangeError(
    `The budget is ${budget}, expected ${BUDGET.least} to ${BUDGET.most} tokens`,
  );
}

/** Pages whose sections are looked at. */
const MOST_PAGES = 12;
/** Tokens of one section: of a longer one the beginning is shown. */
const MOST_OF_SECTION = 600;
/** Sections that are named as left out. */
const MOST_LEFT_OUT = 10;
/** What a section that tells how one application is built, or closes a page, is worth. */
const OF_AN_EXAMPLE = 0.7;
const PASSING = 0.5;
/** What every section of the page that fits best is worth for that alone. */
const OF_PAGE = 1;
/** Headings of what praises, sums up or leads on, and so of all that stands below them. */
const PASSES =
  /^\P{L}*(what['’]s next|next steps|conclusion|remember|resources|key features|explore|live proof|visual overview|dive into|acknowledg|contribute|summary)/iu;

interface Packed extends Candidate, Omit<PackedSection, 'tokens'> {
  readonly line: string;
  /** Tokens that were cut off its end. */
  readonly rest: number;
}

/**
 * A pack for a task.
 * @throws RangeError in one line for a task without words or out of bounds, or a budget out of bounds
 */
export async function readForTask(docs: Docs, input: TaskInput): Promise<Reply<PackValue>> {
  const { task, budget = BUDGET.usual } = input;
  const language = input.language ?? languageIn(task);
  const wants = wantsOf(task);
  if (wants.length === 0) throw new RangeError('The task is empty: say what is to be built');
  if (task.length > LONGEST_TASK) {
    throw new RangeError(
      `The task has ${task.length} characters, expected ${LONGEST_TASK} at most`,
    );
  }
  if (!Number.isInteger(budget) || budget < BUDGET.least || budget > BUDGET.most) {
    throw outOfBounds(budget);
  }
  const { found, answered } = await lookFor(docs, wants, language);
  const pages = leadingPages(found, wants);
  const spoken = new Set([language, ...languagesNamed(task)]);
  const reading = pages.map((page) => candidatesOf(docs, page, found, wants, language, spoken));
  const candidates = (await Promise.all(reading)).flat();
  const { chosen, text } = packed(
    candidates,
    pages.map(({ route }) => route),
    budget,
    docs,
    (chosen) => textOf(docs, { task, language }, answered, chosen),
  );
  const ordered = inOrder(docs, chosen);
  const left = candidates
    .filter((one) => !chosen.includes(one))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, MOST_LEFT_OUT);
  const value = {
    task,
    budget,
    tokens: docs.countTokens(text),
    sections: ordered.map((one) => told(one)),
    left_out: [
      ...ordered
        .filter(({ rest }) => rest > 0)
        .map((one) => told(one, 'its end: it is cut here', one.rest)),
      ...left.map((one) => told(one, `no room: ${one.why}`)),
    ],
    text,
  };
  return { text, value };
}

/** Fills the budget: a first choice shows how many tokens its text leaves, and a second uses them. */
function packed(
  candidates: readonly Packed[],
  pages: readonly string[],
  budget: number,
  { countTokens }: Pick<Docs, 'countTokens'>,
  write: (chosen: readonly Packed[]) => string,
): { chosen: Packed[]; text: string } {
  const first = cover(candidates, pages, budget);
  const over = countTokens(write(first)) - budget;
  let chosen = cover(candidates, pages, budget - over);
  let text = write(chosen);
  while (chosen.length > 0 && countTokens(text) > budget) {
    chosen = chosen.slice(0, -1);
    text = write(chosen);
  }
  return { chosen, text };
}

/** A section that was found: how well it answers each want, by the want's number. */
interface Found {
  readonly hit: Hit;
  readonly fits: number[];
}

/** By id of a section: every want is searched for, and the best hit of each fits it with 1. */
async function lookFor(docs: Docs, wants: readonly Want[], preferred: LanguageId) {
  const search = await docs.search();
  const options = { limit: Infinity, each: true, preferred };
  const answers = await Promise.all(wants.map(({ query }) => search.search(query, options)));
  const found = new Map<string, Found>();
  answers.forEach(({ hits }, want) => {
    const best = hits[0]?.score || 1;
    for (const hit of hits.filter(({ source }) => source !== null)) {
      const id = idOf(hit.route, hit.anchor);
      const one = found.get(id) ?? { hit, fits: wants.map(() => 0) };
      one.fits[want] = hit.score / best;
      found.set(id, one);
    }
  });
  return { found, answered: answers.some(({ answered }) => answered) };
}

function weigh(fits: readonly number[], wants: readonly Want[]): number {
  return wants.reduce((sum, { weight }, at) => sum + weight * (fits[at] ?? 0), 0);
}

/** A page, and how well it fits the task against the one that fits best. */
interface Leading {
  readonly route: string;
  readonly fit: number;
}

/** The pages that fit best: each want by the section that answers it best. */
function leadingPages(found: ReadonlyMap<string, Found>, wants: readonly Want[]): Leading[] {
  const best = new Map<string, number[]>();
  for (const { hit, fits } of found.values()) {
    const before = best.get(hit.route);
    best.set(
      hit.route,
      fits.map((fit, at) => Math.max(fit, before?.[at] ?? 0)),
    );
  }
  const pages = [...best]
    .map(([route, fits]) => ({ route, fit: weigh(fits, wants) }))
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, MOST_PAGES);
  return pages.map(({ route, fit }) => ({ route, fit: fit / (pages[0]?.fit ?? fit) }));
}

/** A section's text, whoever asks for it. */
type SectionText = Pick<Packed, 'anchor' | 'line' | 'blocks' | 'rest'>;

/** What was read before, of each site: to count its tokens takes longer than all else. */
const read = new WeakMap<Docs, Map<string, Promise<SectionText[]>>>();

/** The sections of a page, the top first. */
function sectionsOf(docs: Docs, place: Place, language: LanguageId): Promise<SectionText[]> {
  const known = read.get(docs) ?? new Map<string, Promise<SectionText[]>>();
  read.set(docs, known);
  const key = `${place.route} ${language}`;
  const reading = known.get(key) ?? readSections(docs, place, language);
  known.set(key, reading);
  reading.catch(() => known.delete(key));
  return reading;
}

async function readSections(docs: Docs, place: Place, language: LanguageId) {
  const { lines, parts } = await readPlace(docs, place, language);
  return [{ anchor: '', from: 0 }, ...parts].map(({ anchor, from }, at): SectionText => {
    // The first line is the heading, which the pack writes with its address.
    const text = lines.slice(from + 1, parts[at]?.from).join('\n');
    const all = blocksOf(text, docs.countTokens);
    const within = blocksWithin(all, MOST_OF_SECTION, docs.countTokens);
    return { anchor, line: lines[from] ?? '', ...within };
  });
}

/** The sections of a page that have a text in the language; the page's fit counts for all of them. */
async function candidatesOf(
  docs: Docs,
  { route, fit }: Leading,
  found: ReadonlyMap<string, Found>,
  wants: readonly Want[],
  language: LanguageId,
  spoken: ReadonlySet<LanguageId>,
): Promise<Packed[]> {
  const place = docs.facts.pages.find((page) => page.route === route);
  if (!place) return [];
  const above: string[] = [];
  return (await sectionsOf(docs, place, language)).flatMap((section) => {
    const { anchor, blocks } = section;
    const { text = '', level = 1 } = place.headings.find((one) => one.anchor === anchor) ?? {};
    const heading = withoutStep(text, anchor);
    above.splice(level - 1, Infinity, heading);
    const isForeign =
      languagesNamed(heading).length > 0 && !languagesNamed(heading).some((one) => spoken.has(one));
    if (blocks.length === 0 || isForeign) return [];
    const fits = found.get(idOf(route, anchor))?.fits ?? [];
    const isOfExample = TOLD.test(route) ? OF_AN_EXAMPLE : 1;
    const passes = above.some((one) => PASSES.test(one)) ? PASSING : 1;
    const worth = (weigh(fits, wants) + OF_PAGE * fit ** 3) * isOfExample * passes;
    return [{ source: place.source, route, heading, why: whyOf(fits, wants), worth, ...section }];
  });
}

/** A heading as the search has it: the number of a step is not the heading's own. */
function withoutStep(heading: string, anchor: string): string {
  const [number = ''] = /^\d+(?=\. )/.exec(heading) ?? [];
  return anchor.startsWith(number) ? heading : heading.slice(number.length + 2);
}

/** The clause that a section answers best. */
function whyOf(fits: readonly number[], wants: readonly Want[]): string {
  const [best] = wants
    .map(({ query, isClause }, at) => ({ query, fit: isClause ? (fits[at] ?? 0) : 0 }))
    .toSorted((a, b) => b.fit - a.fit);
  return best && best.fit > 0 ? `“${best.query}”` : 'the task as a whole';
}

/** In the order of the site's pages and of each page's sections. */
function inOrder({ facts }: Docs, chosen: readonly Packed[]): Packed[] {
  const placeOf = ({ route, anchor }: Packed) => {
    const page = facts.pages.findIndex((page) => page.route === route);
    const headings = facts.pages[page]?.headings ?? [];
    return page * 1000 + headings.findIndex((heading) => heading.anchor === anchor);
  };
  return chosen.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function told(one: Packed, why = one.why, tokens?: number): PackedSection {
  const { source, route, heading, anchor, blocks } = one;
  const own = blocks.reduce((sum, block) => sum + block.tokens, 0);
  return { source, route, heading, anchor, tokens: tokens ?? own, why };
}

/** The pack as Markdown: what it is, then page by page its sections. */
function textOf(
  docs: Docs,
  { task, language }: Pick<TaskInput, 'task' | 'language'>,
  isAnswered: boolean,
  chosen: readonly Packed[],
): string {
  const { origin, base } = addressOf(docs.facts);
  const label = LANGUAGES.find(({ id }) => id === language)?.label ?? '';
  const pages = new Set(chosen.map(({ route }) => route));
  const said = new Set<string>();
  let page = '';
  const body = inOrder(docs, chosen).flatMap((one) => {
    const title = one.route === page ? [] : [titleOf(docs, one.route)];
    page = one.route;
    const line = one.anchor === '' ? [] : [`${one.line} (#${one.anchor})`];
    const blocks = one.blocks.map((block) => {
      const isRepeated = said.has(block.text);
      if (isSaidOnce(block)) said.add(block.text);
      return isRepeated ? `(As above: ${openingOf(block.text)} …)` : block.text;
    });
    const more = one.rest > 0 ? [`(${one.rest} more tokens: see the address.)`] : [];
    return [...title, ...line, ...blocks, ...more];
  });
  return [
    `> Task: ${task.replace(/\s+/g, ' ').trim()}`,
    `> Motia’s docs (unofficial), ${chosen.length} sections of ${pages.size} pages, code in ${label}. Addresses are below ${origin}${base.slice(0, -1)}`,
    ...(isAnswered && chosen.length > 0 ? [] : [`> ${UNANSWERED}`]),
    ...body,
  ]
    .join('\n\n')
    .concat('\n');
}

function titleOf({ facts }: Docs, route: string): string {
  const title = facts.pages.find((page) => page.route === route)?.title ?? route;
  return `# ${title} (${route})`;
}

/** How a block begins, in one line. */
function openingOf(text: string): string {
  return text
    .replace(/^```.*\n|^[>#*\s|-]+|\*\*/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 50);
}
