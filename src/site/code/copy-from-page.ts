/**
 * The copy button of Expressive Code holds the whole code a second time, which on pages full of code is
 * a sixth of what is sent. It is taken from the block when it is asked for (client/code-blocks.ts).
 */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { select, selectAll } from '@astrojs/starlight/expressive-code/hast';
import { toString } from 'hast-util-to-string';

export const copyFromPagePlugin: ExpressiveCodePlugin = {
  name: 'Copy from the page',
  hooks: {
    postprocessRenderedBlock: ({ codeBlock, renderData: { blockAst } }) => {
      // An empty line holds a line break, so that it has a height.
      const lines = selectAll('.ec-line', blockAst).map((line) =>
        toString(line).replace(/^\n$/, ''),
      );
      const button = select('.copy button', blockAst);
      if (lines.join('\n') === codeBlock.code) delete button?.properties['dataCode'];
    },
  },
};
