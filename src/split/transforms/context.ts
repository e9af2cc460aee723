/** What a transform may know and say. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { PageFindings } from '../findings.ts';
import type { JsxElement } from '../tree.ts';

/** The page a transform works on. Line numbers given to `findings` count in its body. */
export interface TransformContext {
  source: string;
  title: string;
  findings: PageFindings;
  /** Rewrites block content: what a handler calls for the children it keeps. */
  flow(nodes: readonly RootContent[]): RootContent[];
  /** Rewrites inline content. */
  phrasing(nodes: readonly PhrasingContent[]): PhrasingContent[];
}

/** Rewrites one block element of the dialect into blocks of ours. */
export type FlowTransform = (node: JsxElement, context: TransformContext) => RootContent[];
