/** Module imports of the dialect's components: they mean nothing here, and read as paragraphs. */
import type { RootContent } from 'mdast';

const IMPORTS = /^(?:import\s+(?:[\w*{}\s,$]+?\s+from\s+)?(['"])[^'"\n]+\1;?\s*)+$/;

/** Is the node a paragraph of nothing but import statements? `body` is the text it was parsed from. */
export function isImport(node: RootContent, body: string): boolean {
  const { start, end } = node.position ?? {};
  if (node.type !== 'paragraph' || start?.offset === undefined) return false;
  return IMPORTS.test(body.slice(start.offset, end?.offset));
}
