/** The copy button copies what the block shows. */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { select } from '@astrojs/starlight/expressive-code/hast';

/**
 * In the browser: gives the copy button its code just before Expressive Code's own listener reads it,
 * with the sign that this takes for the end of a line.
 */
const fillOnClick = `
document.addEventListener('click', ({ target }) => {
  const button = target.closest('.expressive-code .copy button[data-copied]');
  const lines = button?.closest('figure').querySelectorAll('.ec-line .code') ?? [];
  if (lines.length) button.dataset.code = Array.from(lines, (line) => line.textContent.replace(/\\n$/, '')).join('\\x7f');
}, true);`;

/** Expressive Code writes all code once more into the button: 4.5 of 29 kB on /reference/api/. */
export const copiedCodePlugin: ExpressiveCodePlugin = {
  name: 'Code once',
  jsModules: [fillOnClick],
  hooks: {
    postprocessRenderedBlock: ({ renderData }) => {
      delete select('.copy button', renderData.blockAst)?.properties['dataCode'];
    },
  },
};
