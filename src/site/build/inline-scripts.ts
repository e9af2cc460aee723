/**
 * Minifies the scripts that stand within built pages. Starlight's are as their authors wrote them, and
 * every page holds them: half a kilobyte of what is sent.
 */
import type { AstroIntegration } from 'astro';
import { minifySync } from 'vite';
import { rewritePages } from './built-pages.ts';

/** Classic scripts with a text of their own; Vite has done modules already, and JSON is no script. */
const SCRIPT = /(<script(?: aria-hidden="true")?>)([^]*?)(<\/script>)/g;

/**
 * The page with its scripts minified.
 * @param known what was minified already: pages share their scripts
 */
export function withSmallScripts(html: string, known = new Map<string, string>()): string {
  return html.replace(SCRIPT, (_, start: string, script: string, end: string) => {
    const small = known.get(script) ?? minifySync('inline.js', script).code.trim();
    known.set(script, small);
    return start + small + end;
  });
}

/** Rewrites every built page. */
export function inlineScripts(): AstroIntegration {
  return {
    name: 'inline-scripts',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const known = new Map<string, string>();
        rewritePages(dir, ({ html }) => withSmallScripts(html, known));
      },
    },
  };
}
