/** What a page says of itself: that its subject was removed or is deprecated, and where to go instead. */
import type { Link, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';

/** What became of the subject of a page. */
export interface PageStatus {
  readonly label: 'Removed' | 'Deprecated' | 'Legacy';
  /** The title without its status: `Adapters (Removed)` → `Adapters`. */
  readonly name: string;
  /** The first link of the page's notice, else of the page: a route below the base, or an address. */
  readonly instead: { readonly href: string; readonly label: string } | undefined;
}

const IN_TITLE = /\s*\((removed|deprecated|legacy)\)$/i;
const OPENS_NOTICE = /^(removed|deprecated|legacy)\b/i;

/**
 * The status by the end of the title, or by the first word of an aside that opens the page.
 * Undefined for a page that is as good as ever.
 * @param mdx the page without its frontmatter
 */
export function statusOf(title: string, mdx: string): PageStatus | undefined {
  // Few pages have one: the others need no parser.
  if (!/removed|deprecated|legacy/i.test(title + mdx)) return undefined;
  const page = unified().use(remarkParse).use(remarkMdx).parse(mdx);
  const notice = openingAside(page);
  const word =
    IN_TITLE.exec(title)?.[1] ?? OPENS_NOTICE.exec(notice ? toString(notice).trim() : '')?.[1];
  if (word === undefined) return undefined;
  return {
    label: `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}` as PageStatus['label'],
    name: title.replace(IN_TITLE, ''),
    instead: (notice && firstLink(notice)) ?? firstLink(page),
  };
}

function openingAside(page: Root): MdxJsxFlowElement | undefined {
  const first = page.children.find(({ type }) => type !== 'mdxjsEsm');
  return first?.type === 'mdxJsxFlowElement' && first.name === 'Aside' ? first : undefined;
}

function firstLink(within: Nodes): PageStatus['instead'] {
  let link: Link | undefined;
  visit(within, 'link', (found) => {
    link = found;
    return EXIT;
  });
  return link && { href: link.url, label: toString(link) };
}
