/** remark plugin: the site's own address in the pages written by hand (`src/model/address.ts`). */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Address } from '../../model/address.ts';
import { withOwnAddress } from '../../model/address.ts';

/** What Astro tells a plugin of its page. */
interface Page {
  readonly data: { astro?: { frontmatter?: Record<string, unknown> } };
}

/** Leaves pages of the scrape alone: they have a `source` in their frontmatter. */
export function remarkOwnAddress(address: Address): () => (tree: Root, page: Page) => void {
  return () =>
    (tree, { data }) => {
      if (data.astro?.frontmatter?.['source'] !== undefined) return;
      visit(tree, (node) => {
        if ('value' in node) node.value = withOwnAddress(node.value, address);
      });
    };
}
