/** Names each tab's panel where tabs are shown one below the other: on paper, and without JavaScript. */
import type { Paragraph, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

/**
 * A remark plugin: a panel begins with the label of its tab. The style sheets hide it on a screen
 * where the tabs work; neither the search nor Markdown readers take it for text of the page.
 */
export function remarkTabLabels() {
  return (tree: Root): void => {
    visit(tree, 'mdxJsxFlowElement', (tab) => {
      const label = tab.name === 'TabItem' && labelOfTab(tab);
      if (label) tab.children.unshift(labelParagraph(label));
    });
  };
}

/** The label of a `<TabItem>`. */
export function labelOfTab({ attributes }: MdxJsxFlowElement): string | undefined {
  const label = attributes.find((attribute) => 'name' in attribute && attribute.name === 'label');
  return typeof label?.value === 'string' ? label.value : undefined;
}

function labelParagraph(label: string): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: label }],
    data: {
      hProperties: { className: ['tab-label'], dataPagefindIgnore: '', dataMarkdownIgnore: '' },
    },
  };
}
