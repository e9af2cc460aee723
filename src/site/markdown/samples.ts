/** remark plugin: code that is mended is shown as a diff, and each sample is known by its number. */
import { relative } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { diffTree } from '../../code/mend-tree.ts';
import type { Fixes } from '../../code/fixes.ts';

/** The page of a source file, as the code check names it: `concepts/steps.mdx`. */
export function pageOfFile(path: string): string {
  return relative('content', path).replaceAll('\\', '/');
}

/** Gives each code block its ordinal (`sample=3` in its info string), which code/samples.ts reads. */
export function remarkSamples(fixes: Fixes) {
  return () =>
    (tree: Root, file: { readonly path: string }): void => {
      diffTree(tree, pageOfFile(file.path), fixes);
      let ordinal = 0;
      visit(tree, 'code', (node) => {
        node.meta = [node.meta, `sample=${++ordinal}`].filter(Boolean).join(' ');
        // Without a language, mdast drops the info string.
        node.lang ??= 'plaintext';
      });
    };
}
