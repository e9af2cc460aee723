/**
 * Gives every heading of an MDX page its anchor. `## Title {/* #custom-id *\/}` takes the id that
 * is written; any other heading takes its github-slugger slug, as upstream does. Headings without
 * a letter (emoji) and ids that are taken get a valid, unique one.
 */
import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import type {} from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** Ids that Starlight's layout uses itself. */
const RESERVED = ['_top', 'starlight__on-this-page'];

/** What a heading is called that says nothing a slug can hold: `## 🎉`. */
const NAMELESS = 'section';

/** A remark plugin; see above. The comment itself is dropped from the heading. */
export function remarkHeadingIds() {
  return (tree: Root, file?: { value: unknown }): void => {
    const source = String(file?.value ?? '');
    const headings: Heading[] = [];
    visit(tree, 'heading', (heading) => {
      headings.push(heading);
    });
    const written = headings.map(takeWrittenId);
    const taken = new Set([...RESERVED, ...written.filter((id) => id !== undefined)]);
    const slugger = new GithubSlugger();
    headings.forEach((heading, index) => {
      const id = written[index] ?? firstFree(slugger.slug(headingText(heading, source)), taken);
      taken.add(id);
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
    });
  };
}

/** The id in a heading's last child, if that is a comment `{/* #id *\/}`; takes it out of the heading. */
function takeWrittenId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  const id =
    last?.type === 'mdxTextExpression'
      ? /^\s*\/\*\s*#(\S+)\s*\*\/\s*$/.exec(last.value)?.[1]
      : undefined;
  if (id === undefined) return undefined;
  heading.children.pop();
  const text = heading.children.at(-1);
  if (text?.type === 'text') text.value = text.value.trimEnd();
  return id;
}

/**
 * What a heading says. Starlight's directive syntax takes `:24-slim` out of `node:24-slim`, and puts
 * it back after this plugin ran: such a piece is read from the source.
 */
function headingText(heading: Heading, source: string): string {
  const written = ({ position }: Heading['children'][number]): string =>
    source.slice(position?.start.offset, position?.end.offset);
  const isDirective = (node: { type: string }): boolean => node.type === 'textDirective';
  return heading.children
    .map((node) => (isDirective(node) ? written(node) : toString(node)))
    .join('');
}

function firstFree(slug: string, taken: ReadonlySet<string>): string {
  const base = /^-?\d*$/.test(slug) && !/^\d+$/.test(slug) ? NAMELESS : slug;
  if (!taken.has(base)) return base;
  let count = 1;
  while (taken.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}
