/** Makes the links of MDX pages fit the place where the site is served. */
import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { Address } from '../../model/address.ts';

const EXTERNAL = /^https?:\/\//i;

/**
 * A remark plugin: root-relative links (`/concepts/steps/#x`) get the base path, links to other
 * sites `rel="noopener"`. It reads Markdown links, definitions and the `href` of any component.
 */
export function remarkOwnLinks(address: Address) {
  return () =>
    (tree: Root): void => {
      visit(tree, (node) => {
        if (node.type === 'link' || node.type === 'definition') {
          if (EXTERNAL.test(node.url)) {
            node.data = { ...node.data, hProperties: { rel: ['noopener'] } };
          }
          node.url = address.href(node.url);
        } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
          mendElement(node, address);
        }
      });
    };
}

function mendElement(element: MdxJsxFlowElement | MdxJsxTextElement, address: Address): void {
  const href = attribute(element, 'href');
  if (typeof href?.value !== 'string') return;
  if (EXTERNAL.test(href.value) && !attribute(element, 'rel')) {
    element.attributes.push({ type: 'mdxJsxAttribute', name: 'rel', value: 'noopener' });
  }
  href.value = address.href(href.value);
}

function attribute(
  element: MdxJsxFlowElement | MdxJsxTextElement,
  name: string,
): MdxJsxAttribute | undefined {
  return element.attributes.find(
    (attribute): attribute is MdxJsxAttribute =>
      attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  );
}
