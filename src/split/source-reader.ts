/** What the reader of the dialect knows about a page, and the pieces all its parts share. */
import type { PhrasingContent, RootContent } from 'mdast';
import { wordAtoms, type Atom, type Piece } from './atoms.ts';

/** How the reader learns where a link leads, and what the page is called. */
export interface SourceContext {
  title: string;
  /** The text that the tree was parsed from. */
  body: string;
  /** Where a link leads; `''` for one that is shown as text. */
  link(url: string): string;
}

/** A reader in the middle of a page: the page's facts, and how to read what stands in an element. */
export interface Reader extends SourceContext {
  blocks(nodes: readonly RootContent[], box?: PromoBox): Atom[];
  /** The pieces of a line. */
  phrase(nodes: readonly PhrasingContent[]): Piece[];
  /** The promo box that the reader is in. */
  box?: PromoBox | undefined;
}

/** In a promo box the first `<h3>` is the box's title, and so words; elsewhere it is a heading. */
export interface PromoBox {
  titled: boolean;
}

/** A link, or, where it is refused, its address as words. */
export function linkAtoms(url: string | undefined, line: number, context: SourceContext): Atom[] {
  if (url === undefined) return [];
  const value = context.link(url);
  return value === '' ? wordAtoms(`(${url})`, line) : [{ kind: 'link', value, line }];
}
