/** A page cut at its headings: the pieces that an agent asks for one by one. */
import type { Heading, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { anchorOf, textOf } from './headings.ts';
import { stringify } from './stringify.ts';
import { countTokens } from './tokens.ts';

/** One heading with all that follows it up to the next heading. */
export interface Section {
  /** The heading's words; the page's title for what stands before the first heading. */
  readonly heading: string;
  /** Its id on the page; `''` for what stands before the first heading. */
  readonly anchor: string;
  /** 1 for what stands before the first heading, else 2 to 6. */
  readonly level: number;
  /** Markdown, the heading's own line included. */
  readonly text: string;
  /** Of `text` (o200k_base). */
  readonly tokens: number;
  /** Every id in it that links may point at: its headings', tabs', upstream's empty `<div id>`s'. */
  readonly anchors: readonly string[];
}

/**
 * Cuts a rendered tree at its top-level headings. The texts joined with blank lines are the page.
 * @param title heads what stands before the first heading (left out when nothing does).
 */
export function sectionsOf(blocks: readonly RootContent[], title: string): Section[] {
  return cut(blocks).map(({ heading, content }) => {
    const root: Root = { type: 'root', children: structuredClone(content) };
    const anchors = takeAnchors(root);
    const text = stringify(root.children);
    return {
      heading: heading ? textOf(heading) : title,
      anchor: heading ? anchorOf(heading) : '',
      level: heading?.depth ?? 1,
      text,
      tokens: countTokens(text),
      anchors,
    };
  });
}

interface Piece {
  readonly heading: Heading | undefined;
  readonly content: RootContent[];
}

function cut(blocks: readonly RootContent[]): Piece[] {
  const pieces: Piece[] = [{ heading: undefined, content: [] }];
  for (const block of blocks) {
    if (block.type === 'heading') pieces.push({ heading: block, content: [block] });
    else pieces.at(-1)?.content.push(block);
  }
  return pieces.filter(({ content }) => content.length > 0);
}

/** Collects the ids in a piece, and takes out the anchor points, which have no Markdown. */
function takeAnchors(root: Root): string[] {
  const ids: string[] = [];
  visit(root, (node, index, parent) => {
    if (node.type === 'heading') ids.push(anchorOf(node));
    if (node.type !== 'anchorPoint' || !parent || index === undefined) return;
    ids.push(node.id);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return ids;
}
