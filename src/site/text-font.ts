/**
 * The font of the text, cut to the characters that the site is written in: 11 kB of 29. It stands within
 * the style sheet, so that the first view has it and no text moves when it comes. Code is in the
 * system's own font, and so is a character that is not in this one.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

/** What `customCss` names. */
export const TEXT_FONT_SHEET = 'virtual:text-font.css';

const WHOLE = fileURLToPath(
  import.meta.resolve('@fontsource-variable/geist/files/geist-latin-wght-normal.woff2'),
);

/** What the site's own words and any English page need, whatever the pages have today. */
const ENGLISH = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')}\u00a0‘’“”–—…`;

/** The weights of the style sheets: those that the font has beside are most of what it weighs. */
const WEIGHTS = { min: 400, max: 700 };

/** The font with the characters of a text, as WOFF2; what it has not is left out. */
function fontFor(text: string): Promise<Buffer> {
  return subsetFont(readFileSync(WHOLE), text, {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS },
    noLayoutClosure: true,
  });
}

/** Serves the sheet that declares the font, for all pages of a folder. */
export function textFont(pages: string): Plugin {
  return {
    name: 'text-font',
    resolveId: (id) => (id === TEXT_FONT_SHEET ? id : undefined),
    async load(id) {
      if (id !== TEXT_FONT_SHEET) return undefined;
      const files = globSync('**/*.mdx', { cwd: pages }).map((file) => `${pages}/${file}`);
      const font = await fontFor(
        ENGLISH + files.map((file) => readFileSync(file, 'utf8')).join(''),
      );
      return `@font-face {
  font-family: Geist;
  font-weight: ${WEIGHTS.min} ${WEIGHTS.max};
  src: url(data:font/woff2;base64,${font.toString('base64')}) format('woff2');
}`;
    },
  };
}
