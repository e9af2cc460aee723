/** Module imports of the dialect's components: they mean nothing here, and read as paragraphs. */
import { parse } from 'acorn';
import type { RootContent } from 'mdast';

/** Is the node a paragraph of nothing but import statements? `body` is the text it was parsed from. */
export function isImport(node: RootContent, body: string): boolean {
  const { start, end } = node.position ?? {};
  if (node.type !== 'paragraph' || start?.offset === undefined) return false;
  const text = body.slice(start.offset, end?.offset);
  return text.startsWith('import') && isOnlyImports(text);
}

/** As MDX decides it: by JavaScript's own grammar. */
function isOnlyImports(code: string): boolean {
  try {
    const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
    return body.every(({ type }) => type === 'ImportDeclaration');
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
