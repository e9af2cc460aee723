/** The ids of headings, as the site gives them. */
import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import type { MdxTextExpression } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface HeadingData {
    /** The heading's id on the page. */
    anchor?: string;
  }
}

const COMMENTED_ID = /^\/\*\s*#(\S+)\s*\*\/$/;

/**
 * Gives each heading its `data.anchor`: the id that a comment at its end asks for
 * (`## Title {/* #id *\/}`), else the github-slugger slug of its text, counted over the page.
 * The comment goes. Same rules as Astro's `rehypeHeadingIds`.
 */
export function anchorHeadings(tree: Root): void {
  const slugger = new GithubSlugger();
  visit(tree, 'heading', (heading) => {
    const anchor = takeCommentedId(heading) ?? slugger.slug(textOf(heading));
    heading.data = { ...heading.data, anchor };
  });
}

/** A heading's words without markup: `` `motia` CLI `` → `motia CLI`. */
export function textOf(heading: Heading): string {
  return toString(heading, { includeImageAlt: false }).trim();
}

function takeCommentedId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  const id = last?.type === 'mdxTextExpression' ? commentedId(last) : undefined;
  if (id !== undefined) heading.children.pop();
  return id;
}

function commentedId(expression: MdxTextExpression): string | undefined {
  return COMMENTED_ID.exec(expression.value.trim())?.[1];
}
