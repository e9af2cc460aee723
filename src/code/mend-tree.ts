/** Puts the mended code in the place of upstream's, in the tree of a page. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { languageOfFence } from '../model/languages.ts';
import type { Fixes } from './fixes.ts';
import { whyOf } from './samples.ts';
import { mendBlock, type MendedBlock } from './mend.ts';

/**
 * Mends the fenced blocks of a page, each with a first line that says what is changed.
 * @param tree is changed
 * @param page MDX file relative to the content folder
 */
export function mendTree(tree: Root, page: string, fixes: Fixes): void {
  eachMended(tree, page, fixes, (node, { code, changes }) => {
    const comment = languageOfFence(node.lang)?.id === 'python' ? '#' : '//';
    node.value = `${comment} motia-docs: ${whyOf(changes)}\n${code}`;
  });
}

/**
 * Shows what is mended: a mended block holds upstream's lines and ours, marked `del` and `ins` in
 * its info string as Expressive Code has it.
 * @param tree is changed
 * @param page MDX file relative to the content folder
 */
export function diffTree(tree: Root, page: string, fixes: Fixes): void {
  eachMended(tree, page, fixes, (node, { lines }) => {
    const numbersOf = (kind: string): string =>
      lines.flatMap((line, index) => (line.kind === kind ? [index + 1] : [])).join(',');
    const marks = [
      ['del', numbersOf('deleted')],
      ['ins', numbersOf('inserted')],
    ].flatMap(([mark, numbers]) => (numbers ? [`${mark}={${numbers}}`] : []));
    node.value = lines.map(({ text }) => text).join('\n');
    node.meta = [node.meta, ...marks].filter(Boolean).join(' ');
  });
}

type CodeNode = Extract<Root['children'][number], { type: 'code' }>;

/** Visits the mended blocks; ordinals count all blocks of the tree, as `blocksOf` does. */
function eachMended(
  tree: Root,
  page: string,
  fixes: Fixes,
  use: (node: CodeNode, mended: MendedBlock) => void,
): void {
  let ordinal = 0;
  visit(tree, 'code', (node) => {
    ordinal++;
    const block = { page, ordinal, language: (node.lang ?? '').toLowerCase(), code: node.value };
    const mended = mendBlock(block, fixes);
    if (mended.changes.length > 0) use(node, mended);
  });
}
