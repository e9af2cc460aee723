/** Keeps the number of a numbered step from showing twice. */
import type { Element, ElementContent, Root } from 'hast';
import type {} from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

/**
 * A rehype plugin: in `<Steps>` a heading such as "1. Install" stands beside a drawn "1", so the
 * number in its text is hidden from sight. It stays in the text, and so in anchor and contents.
 */
export function rehypeStepNumbers() {
  return (tree: Root): void => {
    visit(tree, 'mdxJsxFlowElement', (steps) => {
      if (steps.name !== 'Steps') return;
      visit(steps, 'element', (element) => {
        if (/^h[1-6]$/.test(element.tagName)) hideNumber(element);
      });
    });
  };
}

function hideNumber(heading: Element): void {
  const [first, ...rest] = heading.children;
  const number = first?.type === 'text' ? /^\d+\.\s+/.exec(first.value)?.[0] : undefined;
  if (first?.type !== 'text' || number === undefined) return;
  const hidden: ElementContent = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['sr-only'] },
    children: [{ type: 'text', value: number }],
  };
  heading.children = [hidden, { type: 'text', value: first.value.slice(number.length) }, ...rest];
}
