/**
 * Moves the style sheet of code to the head, in built pages that show code before it. Expressive Code
 * puts it at the first block of the Markdown; the home page's sample stands above, and moved as it came.
 */
import type { AstroIntegration } from 'astro';
import { rewritePages } from './built-pages.ts';

const SHEET = /<link rel="stylesheet" href="[^"]*\/_astro\/ec\.[^"/]+\.css">/;
const BLOCK = 'class="expressive-code"';

/** The page with the sheet in its head, if a block stands before the one that brings it. */
export function withCodeStylesFirst(html: string): string {
  const sheet = SHEET.exec(html);
  const blocksBefore = html.slice(0, sheet?.index).split(BLOCK).length - 1;
  if (!sheet || blocksBefore < 2) return html;
  return html.replace(sheet[0], '').replace('</head>', () => `${sheet[0]}</head>`);
}

/** Rewrites the built pages that need it. */
export function codeStylesFirst(): AstroIntegration {
  return {
    name: 'code-styles-first',
    hooks: {
      'astro:build:done': ({ dir }) => {
        rewritePages(dir, ({ html }) => withCodeStylesFirst(html));
      },
    },
  };
}
