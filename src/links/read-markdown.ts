/** The links of a Markdown file: twins, `llms.txt` and bundles. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import type { Link, PageLinks } from './check.ts';

/** Reads links, pictures and definitions; anchors of Markdown are those of the page it is the twin of. */
export function readMarkdown(text: string): PageLinks {
  const tree = fromMarkdown(withoutFrontmatter(text), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const links: Link[] = [];
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push({ href: node.url, line: node.position?.start.line ?? 1 });
    }
  });
  return { links, ids: [] };
}

/** Blanks the frontmatter, whose `---` would turn its lines into a heading, and keeps line numbers. */
function withoutFrontmatter(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, (block) => block.replace(/[^\n]/g, ''));
}
