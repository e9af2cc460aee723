/**
 * Puts what the first paint needs at the end of the head, in built pages. Expressive Code puts its style
 * sheet at the first block of the Markdown, where it holds up what follows and styles the page anew as
 * it comes; the home page's sample, which stands above, moved. And a font is read when text that wants
 * it is laid out, which is a frame too late, even for one within a sheet: the text moves when it comes.
 */
import type { AstroIntegration } from 'astro';
import { rewritePages } from './built-pages.ts';

const CODE_SHEET = /<link rel="stylesheet" href="[^"]*\/_astro\/ec\.[^"/]+\.css">/;

/** Before the body: Chromium paints nothing until fonts that are asked for here are read. */
const READ_FONTS = '<script>for (const font of document.fonts) font.load()</script>';

/** The page with the sheet of code, if it has it, and the script at the end of its head. */
export function withFirstPaint(html: string): string {
  const [sheet = ''] = CODE_SHEET.exec(html) ?? [];
  return html.replace(sheet, '').replace('</head>', () => `${sheet}${READ_FONTS}</head>`);
}

/** Rewrites every built page. */
export function firstPaint(): AstroIntegration {
  return {
    name: 'first-paint',
    hooks: {
      'astro:build:done': ({ dir }) => {
        rewritePages(dir, ({ html }) => withFirstPaint(html));
      },
    },
  };
}
