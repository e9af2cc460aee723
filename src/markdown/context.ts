/** What rendering one page needs to know, and the shapes of its handlers. */
import type { Data, Node } from 'unist';
import type { PhrasingContent, RootContent } from 'mdast';
import type { LanguageId } from '../model/languages.ts';
import type { Component } from './element.ts';

/** The page's surroundings. */
export interface MarkdownContext {
  /** The MDX file, as messages name it: `concepts/steps.mdx`. */
  readonly file: string;
  /**
   * The absolute address for a link as the page writes it: the Markdown twin of a page of ours
   * (`/concepts/steps/#x` → `https://…/concepts/steps.md#x`), anything foreign as it is.
   */
  link(href: string): string;
  /** The absolute address of a `<Figure>`'s `src`; undefined for a picture that nobody has. */
  picture(src: string): string | undefined;
  /** Keep only this language's tab where a group of language tabs has it. */
  readonly language?: LanguageId | undefined;
}

/** The context inside a page: also in which tabs one stands, outermost first. */
export interface Inside extends MarkdownContext {
  readonly tabs: readonly string[];
  /** Turns nodes of a page into plain Markdown nodes. */
  render(nodes: readonly RootContent[], context: Inside): RootContent[];
}

/** A place on a page that links can point at and that is no heading; never serialised. */
export interface AnchorPoint extends Node {
  type: 'anchorPoint';
  id: string;
  data?: Data;
}

declare module 'mdast' {
  interface RootContentMap {
    anchorPoint: AnchorPoint;
  }
  interface PhrasingContentMap {
    anchorPoint: AnchorPoint;
  }
}

/** How one component becomes Markdown: as blocks, or as words (that also stand as a paragraph). */
export type Handler =
  | { readonly blocks: (component: Component, context: Inside) => RootContent[] }
  | { readonly words: (component: Component, context: Inside) => PhrasingContent[] };
