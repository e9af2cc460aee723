/** A section's text as the blocks that a pack can say once. */
import { fenceAfter } from '../../markdown/cut.ts';
import type { Block } from './cover.ts';

/** The blocks of a text in order; a quote's paragraphs are blocks of their own. */
export function blocksOf(text: string, count: (text: string) => number): Block[] {
  const blocks: string[][] = [[]];
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const isBetween = open === undefined && (line === '' || line === '>');
    open = fenceAfter(line, open);
    if (isBetween) blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks
    .filter((lines) => lines.length > 0 && lines[0] !== '---')
    .map((lines) => lines.join('\n'))
    .map((text) => ({ text, tokens: count(text) + 1 }));
}

/** Tokens that are worth to show of a block of code that is too long. */
const SHORTEST_CUT = 100;

/** The blocks that fit, the last one cut when it is code, and how many tokens are left over. */
export function blocksWithin(
  blocks: readonly Block[],
  most: number,
  count: (text: string) => number,
): { blocks: Block[]; rest: number } {
  const kept: Block[] = [];
  let room = most;
  let rest = 0;
  for (const block of blocks) {
    const shown = rest > 0 ? undefined : block.tokens <= room ? block : cutCode(block, room, count);
    if (shown) kept.push(shown);
    rest += block.tokens - (shown?.tokens ?? 0);
    room -= shown?.tokens ?? 0;
  }
  return { blocks: kept, rest };
}

/** The first lines of a block of code, fenced as it is; nothing of other blocks, or of so few tokens. */
function cutCode(
  { text }: Block,
  most: number,
  count: (text: string) => number,
): Block | undefined {
  const lines = text.split('\n');
  const fence = fenceAfter(lines[0] ?? '', undefined);
  if (fence === undefined || most < SHORTEST_CUT) return undefined;
  let tokens = count(`${fence}…${fence}`);
  const fitting = lines.findIndex((line) => (tokens += count(`${line}\n`)) > most);
  const shown = [...lines.slice(0, fitting), '…', fence].join('\n');
  return { text: shown, tokens: count(shown) + 1 };
}
