/** Where in an MDX page something stands, and the error that says so. */
import type { Node } from 'unist';

/** A page that cannot become Markdown: one line with file, line and what was expected. */
export class PageError extends Error {
  override readonly name = 'PageError';

  /** @param file MDX file as messages name it: `concepts/steps.mdx`. */
  constructor(file: string, node: Node, message: string) {
    super(`${file}:${node.position?.start.line ?? '?'}: ${message}`);
  }
}
