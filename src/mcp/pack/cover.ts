/** Chooses the sections of a pack: by what they are worth for their tokens, until the budget is spent. */

/** A run of lines of a section: a paragraph, a table, a block of code. */
export interface Block {
  readonly text: string;
  readonly tokens: number;
}

/** A section that may go into the pack. */
export interface Candidate {
  readonly route: string;
  /** How well it answers what the task wants. */
  readonly worth: number;
  readonly blocks: readonly Block[];
}

/** What a section of a page that the pack has not yet is worth more, on the pages that fit best. */
const NEW_PAGE = 0.8;
const NEW_PAGES = 8;
/** A shorter section is taken as this long: what is cheap is not useful for that. */
const SHORT = 200;
/** How much tokens weigh: 0 for not at all, 1 for worth by token. */
const THRIFT = 0.35;
/** With a smaller share of the worth of the first a section is not in the pack, even if there is room. */
const LEAST = 0.1;
/** Tokens of a page's title and address, and of a section's address. */
const PAGE = 20;
const SECTION = 10;
/** A block with fewer tokens is said again: pointing to where it stands costs as much. */
const SHORTEST_SAID_ONCE = 40;

/** Is this block left out where the pack has it already? */
export function isSaidOnce({ tokens }: Block): boolean {
  return tokens >= SHORTEST_SAID_ONCE;
}

/**
 * The candidates to take, the most useful first.
 * @param pages routes of the pages, the one that fits best first
 * @param budget tokens for all of them
 */
export function cover<One extends Candidate>(
  candidates: readonly One[],
  pages: readonly string[],
  budget: number,
): One[] {
  const leading = new Set(pages.slice(0, NEW_PAGES));
  const left = new Set(candidates);
  const taken: One[] = [];
  const said = new Set<string>();
  const opened = new Set<string>();
  const costOf = ({ route, blocks }: One) =>
    blocks.reduce(
      (sum, { text, tokens }) => sum + (said.has(text) ? SECTION : tokens),
      SECTION + (opened.has(route) ? 0 : PAGE),
    );
  const worthOf = ({ route, worth }: One) =>
    worth * (leading.has(route) && !opened.has(route) ? 1 + NEW_PAGE : 1);
  let room = budget;
  let least = 0;
  for (;;) {
    const [best] = [...left]
      .map((one) => ({ one, cost: costOf(one), worth: worthOf(one) }))
      .filter(({ cost, worth }) => cost <= room && worth > least)
      .map((found) => ({ ...found, value: found.worth / Math.max(SHORT, found.cost) ** THRIFT }))
      .toSorted((a, b) => b.value - a.value);
    if (!best) return taken;
    least ||= best.one.worth * LEAST;
    room -= best.cost;
    left.delete(best.one);
    taken.push(best.one);
    opened.add(best.one.route);
    for (const block of best.one.blocks) if (isSaidOnce(block)) said.add(block.text);
  }
}
