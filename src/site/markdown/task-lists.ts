/** Names the checkboxes of task lists, which GFM leaves without a label. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A rehype plugin: `- [x] Text` is announced as "Done", `- [ ] Text` as "To do". */
export function rehypeTaskLists() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName !== 'input' || properties['type'] !== 'checkbox') return;
      properties['ariaLabel'] = properties['checked'] ? 'Done' : 'To do';
    });
  };
}
