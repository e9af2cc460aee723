/** Puts the mended code in the place of upstream's, in the tree of a page. */
import type { Parents, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { languageOfFence } from '../model/languages.ts';
import type { Fixes } from './fixes.ts';
import { whyOf, type Sample } from './samples.ts';
import { mendBlock, type MendedBlock } from './mend.ts';

/**
 * Mends the fenced blocks of a page, each with a first line that says what is changed. A block that
 * still differs from the package says so in that line too, or below it where its language has no comments.
 * @param tree is changed
 * @param page MDX file relative to the content folder
 * @param samples what is said of the page's blocks, by their ordinals
 * @param saidBelow makes what stands below a block that cannot say it
 */
export function mendTree(
  tree: Root,
  page: string,
  fixes: Fixes,
  samples: ReadonlyMap<number, Sample>,
  saidBelow: (words: string) => RootContent,
): void {
  const silent: { below: CodeNode; parent: Parents; words: string }[] = [];
  eachBlock(tree, page, fixes, (node, { code, changes }, ordinal, parent) => {
    const sample = samples.get(ordinal);
    const differs = sample?.standing === 'differs' ? sample.words : undefined;
    const said = differs ?? (changes.length > 0 ? whyOf(changes) : undefined);
    if (said === undefined) return;
    const sign = commentSign(node.lang ?? '');
    node.value = sign ? `${sign} motia-docs: ${said}\n${code}` : code;
    if (!sign) silent.push({ below: node, parent, words: said });
  });
  for (const { below, parent, words } of silent) {
    const siblings: RootContent[] = parent.children as RootContent[];
    siblings.splice(siblings.indexOf(below) + 1, 0, saidBelow(words));
  }
}

/**
 * Puts the mended code in place without a word of it, for code that is shown outside its page: who shows
 * it says that it is mended.
 * @param tree is changed
 * @param page MDX file relative to the content folder
 */
export function mendCode(tree: Root, page: string, fixes: Fixes): void {
  eachBlock(tree, page, fixes, (node, { code }) => {
    node.value = code;
  });
}

/** What opens a comment in a language; undefined where nothing does. */
function commentSign(language: string): string | undefined {
  const id = languageOfFence(language)?.id;
  if (id === 'typescript' || id === 'javascript') return '//';
  if (id === 'python' || /^(bash|sh|shell|zsh|ya?ml|toml|dockerfile|docker)$/i.test(language))
    return '#';
  return undefined;
}

/**
 * Shows what is mended: a mended block holds upstream's lines and ours, marked `del` and `ins` in
 * its info string as Expressive Code has it.
 * @param tree is changed
 * @param page MDX file relative to the content folder
 */
export function diffTree(tree: Root, page: string, fixes: Fixes): void {
  eachBlock(tree, page, fixes, (node, { lines, changes }) => {
    if (changes.length === 0) return;
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

/** Visits all blocks; ordinals count those of the tree, as `blocksOf` does. */
function eachBlock(
  tree: Root,
  page: string,
  fixes: Fixes,
  use: (node: CodeNode, mended: MendedBlock, ordinal: number, parent: Parents) => void,
): void {
  let ordinal = 0;
  visit(tree, 'code', (node, _, parent) => {
    ordinal++;
    const block = { page, ordinal, language: (node.lang ?? '').toLowerCase(), code: node.value };
    if (parent) use(node, mendBlock(block, fixes), ordinal, parent);
  });
}
