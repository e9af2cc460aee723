/**
 * Moves the style sheet of code to the head, in built pages. Expressive Code puts it at the first block
 * of the Markdown, where it holds up what follows and styles the page anew as it comes; the home page's
 * sample, which stands above, moved.
 */
import type { AstroIntegration } from 'astro';
import { rewritePages } from './built-pages.ts';

const SHEET = /<link rel="stylesheet" href="[^"]*\/_astro\/ec\.[^"/]+\.css">/;

/** The page with the sheet, if it has it, at the end of its head. */
export function withCodeStylesFirst(html: string): string {
  const sheet = SHEET.exec(html)?.[0];
  return sheet === undefined
    ? html
    : html.replace(sheet, '').replace('</head>', () => `${sheet}</head>`);
}

/** Rewrites the built pages that show code. */
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
