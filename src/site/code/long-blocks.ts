/** Long code blocks are folded to their beginning until the reader asks for the rest. */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { addClassName, h } from '@astrojs/starlight/expressive-code/hast';

/** Lines from which on a block counts as long; styles/code.css says how many of them are shown. */
export const LONG = 41;

/**
 * Marks the frame of a long block and gives it the button that opens it (client/code-blocks.ts). All
 * of the code is in the page; the style sheet cuts it, and only where there are scripts to open it.
 */
export const longBlocksPlugin: ExpressiveCodePlugin = {
  name: 'Long blocks fold',
  hooks: {
    postprocessRenderedBlock: ({ codeBlock, renderData: { blockAst } }) => {
      const lines = codeBlock.getLines().length;
      if (lines < LONG) return;
      addClassName(blockAst, 'long');
      const attributes = { type: 'button', className: 'unfold', ariaExpanded: 'false' };
      const text = `Show all ${lines} lines`;
      blockAst.children.push(
        h('button', { ...attributes, dataMarkdownIgnore: '', dataPagefindIgnore: '' }, text),
      );
    },
  },
};
