/** Lets a wide table scroll by itself, with the keyboard too. */
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** A rehype plugin: each table stands in a focusable group named after its columns. */
export function rehypeScrollingTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'table' || !parent || index === undefined) return undefined;
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: {
          className: ['table-scroll'],
          role: 'group',
          tabIndex: 0,
          ariaLabel: `Table: ${columnsOf(element).join(', ')}`,
        },
        children: [element],
      };
      return SKIP;
    });
  };
}

function columnsOf(table: Element): string[] {
  const columns: string[] = [];
  visit(table, 'element', (cell) => {
    if (cell.tagName === 'th') columns.push(toString(cell).trim());
  });
  return columns.filter(Boolean);
}
