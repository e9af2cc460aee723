/** MDX text → mdast, with every heading's id worked out as the site does it. */
import { parseFrontmatter } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkHeadingIds } from './heading-ids.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
const giveHeadingIds = remarkHeadingIds();

/**
 * Reads one MDX page, its frontmatter blanked out so that lines keep their numbers.
 * @param file as messages name it.
 * @returns a tree whose headings carry the ids that they have on the site (see `anchorOf`).
 * @throws Error naming file, line and column when the text is no MDX.
 */
export function parsePage(mdx: string, file: string): Root {
  const { content } = parseFrontmatter(mdx, { frontmatter: 'empty-with-lines' });
  try {
    const tree = parser.parse(content);
    giveHeadingIds(tree);
    return tree;
  } catch (error) {
    // A VFileMessage prints as `60:1: reason`.
    throw new Error(`${file}:${String(error)}`, { cause: error });
  }
}
