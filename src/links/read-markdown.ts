/** The links of Markdown files: twins, `llms.txt` and bundles. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { cutFrontmatter } from '../model/frontmatter.ts';
import type { Link, PageLinks } from './check.ts';

/**
 * Makes a reader of links, pictures and definitions. Bundles repeat the sections of twins word for
 * word, so a reader parses each section once, however many files it stands in.
 */
export function markdownReader(): (text: string) => PageLinks {
  const known = new Map<string, readonly Link[]>();
  const read = (section: string): readonly Link[] => {
    const links = known.get(section) ?? linksOf(section);
    known.set(section, links);
    return links;
  };
  return (text) => {
    const links: Link[] = [];
    let before = 0;
    for (const section of sectionsOf(withoutFrontmatter(text))) {
      links.push(
        ...read(section.join('\n')).map(({ href, line }) => ({ href, line: line + before })),
      );
      before += section.length;
    }
    // Anchors of Markdown are those of the page that it is the twin of.
    return { links, ids: [] };
  };
}

function linksOf(markdown: string): Link[] {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const links: Link[] = [];
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push({ href: node.url, line: node.position?.start.line ?? 1 });
    }
  });
  return links;
}

/** A line that opens or closes fenced code, also behind list markers and quotes. */
const FENCE = /^(?:[\s>]|[-*+]\s|\d+[.)]\s)*(`{3,}|~{3,})([^`]*)$/;

/** The lines from one heading to the next: such a heading ends every block before it. */
function sectionsOf(text: string): string[][] {
  let fence = '';
  let section: string[] = [];
  const sections = [section];
  for (const line of text.split('\n')) {
    const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
    if (fence === '') {
      fence = marks;
      if (/^#{1,6} /.test(line)) sections.push((section = []));
    } else if (marks.startsWith(fence) && info.trim() === '') {
      fence = '';
    }
    section.push(line);
  }
  return sections;
}

/** Blanks the frontmatter, whose `---` would turn its lines into a heading, and keeps line numbers. */
function withoutFrontmatter(text: string): string {
  const { body } = cutFrontmatter(text);
  const block = text.slice(0, text.length - body.length);
  return block.replace(/[^\n]/g, '') + body;
}
