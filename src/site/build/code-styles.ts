/**
 * Moves the style sheet of code to the head, in built pages that show code before it. Expressive Code
 * puts it at the first block of the Markdown; the home page's sample stands above, and moved as it came.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

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
        const root = fileURLToPath(dir);
        for (const page of globSync('**/*.html', { cwd: root })) {
          const path = join(root, page);
          const html = readFileSync(path, 'utf8');
          const ordered = withCodeStylesFirst(html);
          if (ordered !== html) writeFileSync(path, ordered);
        }
      },
    },
  };
}
