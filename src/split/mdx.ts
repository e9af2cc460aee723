/** Our own pages, read strictly: what does not parse here does not build. */
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Root } from 'mdast';
import { COMPONENTS, isComponent, isKeptHtml } from '../model/components.ts';
import { cutFrontmatter } from '../model/frontmatter.ts';
import { isJsx, type JsxElement } from './tree.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

const OUR_IMPORT = /^import \{ [\w, ]+ \} from '(#components|@astrojs\/starlight\/components)';$/;

/** The one expression of our pages: the anchor of a heading. No `*`, so that it can't close early. */
const ANCHOR_COMMENT = /^\/\* #[^\s*]+ \*\/$/;

/**
 * Parses the text of a page we wrote (with or without frontmatter).
 * @throws VFileMessage when it is no MDX.
 */
export function parsePage(mdx: string): Root {
  return parser.parse(cutFrontmatter(mdx).body);
}

/** Anything in a page that is code, or an element we do not know; empty for a page that is data. */
export function codeIn(tree: Root): string[] {
  const problems: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm') {
      const isOurs = node.value.split('\n').every((line) => OUR_IMPORT.test(line));
      if (!isOurs) problems.push(`module code: ${node.value.slice(0, 60)}`);
    } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (!ANCHOR_COMMENT.test(node.value)) problems.push(`expression {${node.value}}`);
    } else if (isJsx(node)) {
      const name = node.name ?? '';
      if (!isComponent(name) && !isKeptHtml(name)) problems.push(`element <${name}>`);
      problems.push(...attributeProblems(name, node.attributes));
    }
  });
  return problems;
}

/** An event handler is plain text too, so only attributes of the vocabulary will do. */
function attributeProblems(name: string, attributes: JsxElement['attributes']): string[] {
  const known = isComponent(name) ? COMPONENTS[name].attributes : {};
  return attributes.flatMap((attribute) => {
    const isText = attribute.type === 'mdxJsxAttribute' && typeof attribute.value !== 'object';
    const isBare = attribute.type === 'mdxJsxAttribute' && attribute.value === null;
    if (!isText && !isBare) return [`expression in an attribute of <${name}>`];
    return Object.hasOwn(known, attribute.name) ? [] : [`attribute ${attribute.name} of <${name}>`];
  });
}
