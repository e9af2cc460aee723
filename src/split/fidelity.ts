/**
 * The proof that a page lost nothing: every word, heading, table row, code block, link target,
 * picture, video, tab and file name of the source is in the page we wrote, in order, and nothing
 * else is. Both sides are read anew: the source from the dialect's parse tree, the page from its
 * final text.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { firstMismatch, type Atom } from './atoms.ts';
import { codeIn, parsePage } from './mdx.ts';
import { readResult } from './read-result.ts';
import { readSource } from './read-source.ts';
import type { SourceContext } from './source-reader.ts';
import { attributeText, isJsx, isNamed } from './tree.ts';

/** What the proof objects to; `line` counts in the page's body, from 1. */
export interface Objection {
  rule: 'no-mdx' | 'code-in-page' | 'not-lossless' | 'lost-anchor';
  line: number;
  message: string;
}

/**
 * Holds the text of a page against its source.
 * @param source the page's body as parsed (`parseDialect`, then `unravel`), before any transform.
 * @param mdx the whole text of the page.
 * @param anchors the anchors that the page claims to have.
 */
export function provePage(
  source: Root,
  mdx: string,
  anchors: ReadonlySet<string>,
  context: SourceContext,
): Objection[] {
  const page = tryParse(mdx);
  if (typeof page === 'string')
    return [{ rule: 'no-mdx', line: 1, message: `page is no MDX: ${page}` }];
  const code = codeIn(page).map((problem): Objection => ({
    rule: 'code-in-page',
    line: 1,
    message: `page holds ${problem}, expected nothing but data`,
  }));
  const [expected, found] = [readSource(source, context), readResult(page)];
  const mismatch = firstMismatch(expected, found);
  const lost = mismatch
    ? `source has ${show(mismatch.expected)}, page has ${show(mismatch.found)}`
    : undefined;
  const missing = sourceIds(source).filter((id) => !anchors.has(id));
  return [
    ...code,
    ...(lost === undefined
      ? []
      : [{ rule: 'not-lossless' as const, line: mismatch?.expected?.line ?? 1, message: lost }]),
    ...missing.map((id): Objection => ({
      rule: 'lost-anchor',
      line: 1,
      message: `anchor #${id} is lost`,
    })),
  ];
}

function tryParse(mdx: string): Root | string {
  try {
    return parsePage(mdx);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Ids that links can point at: empty divs and tabs. */
function sourceIds(source: Root): string[] {
  const ids: string[] = [];
  visit(source, (node) => {
    if (!isJsx(node) || !(isNamed(node, 'div') || isNamed(node, 'Tab'))) return;
    const id = attributeText(node, 'id');
    if (id !== undefined && id !== '') ids.push(id);
  });
  return ids;
}

const show = (atom: Atom | undefined): string =>
  atom ? `${atom.kind} ${JSON.stringify(atom.value.slice(0, 80))}` : 'nothing more';
