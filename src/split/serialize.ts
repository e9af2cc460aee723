/** mdast of our vocabulary → the text of an MDX page. */
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxExpressionToMarkdown } from 'mdast-util-mdx-expression';
import { mdxJsxToMarkdown, type MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { defaultHandlers, toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';
import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { COMPONENTS, isComponent } from '../model/components.ts';
import { emphasisIn } from '../model/emphasis.ts';
import { isJsx } from './tree.ts';

const jsx = mdxJsxToMarkdown();
const defaultElement = jsx.handlers?.mdxJsxFlowElement as Handle;

/**
 * Children stand at the margin, not indented by depth: so code is never re-indented, and a page
 * reads like the Markdown it is.
 */
const flowElement: Handle = (node: MdxJsxFlowElement, parent, state, info) => {
  const empty = defaultElement({ ...node, children: [] }, parent, state, info).trimStart();
  if (node.children.length === 0) return empty;
  const exit = state.enter('mdxJsxFlowElement');
  const content = state.containerFlow(node, info);
  exit();
  return `${empty.replace(/ \/>$/, '>')}\n\n${content}\n\n</${node.name}>`;
};

/** A paragraph that begins with `import` or `export` would be read as a module statement. */
const textNode: Handle = (node: Text, parent, state, info) => {
  const value = defaultHandlers.text(node, parent, state, info);
  const isFirst = parent?.type === 'paragraph' && parent.children[0] === node;
  return isFirst && /^(import|export)\b/.test(value)
    ? `&#${value.charCodeAt(0)};${value.slice(1)}`
    : value;
};

const OPTIONS: Options = {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  // Autolinks in angle brackets are no MDX.
  resourceLink: true,
  extensions: [gfmToMarkdown({ tablePipeAlign: false }), mdxExpressionToMarkdown(), jsx],
  handlers: { mdxJsxFlowElement: flowElement, text: textNode },
  // Starlight reads `:::` at the start of a line as an aside; in a scrape it is text.
  unsafe: [{ atBreak: true, character: ':', after: ':' }],
};

/** The Markdown of a tree, without frontmatter and imports. */
export const serializeBody = (tree: Root): string =>
  toMarkdown(tree, { ...OPTIONS, handlers: { ...OPTIONS.handlers, emphasis: emphasisIn(tree) } });

/** A whole page: frontmatter, the imports that its components need, body. */
export function serializePage(frontmatter: Readonly<Record<string, unknown>>, tree: Root): string {
  const yaml = stringify(frontmatter, { lineWidth: 0, defaultStringType: 'PLAIN' });
  return [`---\n${yaml}---`, importsOf(tree), serializeBody(tree).trim()]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function importsOf(tree: Root): string {
  const byModule = new Map<string, Set<string>>();
  visit(tree, (node) => {
    if (!isJsx(node) || !isComponent(node.name)) return;
    const { from } = COMPONENTS[node.name];
    byModule.set(from, (byModule.get(from) ?? new Set()).add(node.name));
  });
  return [...byModule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, names]) => `import { ${[...names].sort().join(', ')} } from '${from}';`)
    .join('\n');
}
