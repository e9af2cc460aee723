/** Leaves out of Expressive Code's style sheet, which every page loads, what our blocks never have. */
import postcss from 'postcss';
import { createRenderer } from 'rehype-expressive-code';

/**
 * Lines are one element (fewer-elements.ts) and have neither a gutter nor a label, a frame is never a
 * terminal's (bar.ts), and wrapping is the reader's choice (styles/code.css).
 */
const NEVER = /\.(code|gutter|indent|tm-label|is-terminal|wrap)(?![\w-])/;

/** A style sheet without the rules for what is never there. */
export function withoutNever(css: string): string {
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    const selectors = rule.selectors.filter(
      (selector) => !NEVER.test(selector.replaceAll(/:not\([^)]*\)/g, '')),
    );
    if (selectors.length === 0) rule.remove();
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
  });
  return sheet.toString();
}

/** Expressive Code's own renderer with the smaller sheet. */
export const createSmallRenderer: typeof createRenderer = async (options) => {
  const renderer = await createRenderer(options);
  return { ...renderer, baseStyles: withoutNever(renderer.baseStyles) };
};
