/**
 * Renders code that stands in no Markdown, as Expressive Code renders it in pages. (Its own <Code>
 * component would want the options in a file at the project's root.)
 */
import { toHtml } from '@astrojs/starlight/expressive-code/hast';
import { createRenderer } from 'rehype-expressive-code';
import { codeOptions } from './options.ts';

const renderer = createRenderer(codeOptions);

/** The HTML of a code block; styles and scripts are those that the site's pages share. */
export async function renderCode(code: string, language: string, meta = ''): Promise<string> {
  const { ec } = await renderer;
  const { renderedGroupAst } = await ec.render({ code, language, meta });
  return toHtml(renderedGroupAst);
}
