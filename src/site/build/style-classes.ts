/**
 * Style attributes → classes with one small sheet, in built pages. Expressive Code writes the colours
 * of every token as an attribute, Starlight the size of every icon: a strict Content-Security-Policy
 * refuses them all, and on pages full of code they are half of the HTML. The whole site knows about
 * two dozen different ones. (Astro has no option for it: withastro/astro#14301, kindspells/astro-shield#140.)
 */
import type { AstroIntegration } from 'astro';
import { parse } from 'parse5';
import { attributeOf, elementsOf } from '../../html/elements.ts';
import { escapeHtml } from '../../html/escape.ts';
import { readPages, rewritePages } from './built-pages.ts';

/** A page and its elements that have a style attribute, in the order of the text. */
export interface StyledPage {
  readonly html: string;
  readonly styled: readonly StyledElement[];
}

interface StyledElement {
  readonly style: string;
  /** Offsets of the attribute in the text, the end exclusive. */
  readonly at: readonly [start: number, end: number];
  /** Offsets of the class attribute, if there is one, and its value. */
  readonly classAt: readonly [start: number, end: number] | undefined;
  readonly classes: string;
}

/** Finds the style attributes of a page. */
export function readStyledPage(html: string): StyledPage {
  const styled: StyledElement[] = [];
  for (const element of elementsOf(parse(html, { sourceCodeLocationInfo: true }))) {
    const style = attributeOf(element, 'style');
    const places = element.sourceCodeLocation?.attrs;
    const at = places?.['style'];
    if (style === undefined || !at) continue;
    const classAt = places['class'];
    styled.push({
      style: style.replace(/\s*([:;])\s*/g, '$1').replace(/;$/, ''),
      at: [at.startOffset, at.endOffset],
      classAt: classAt && [classAt.startOffset, classAt.endOffset],
      classes: attributeOf(element, 'class') ?? '',
    });
  }
  return { html, styled };
}

/** Style → class name, the same for the same set of styles: `s0`, `s1`, … in the order of the styles. */
export function nameStyles(pages: readonly StyledPage[]): Map<string, string> {
  const styles = new Set(pages.flatMap(({ styled }) => styled.map(({ style }) => style)));
  return new Map([...styles].sort().map((style, i) => [style, `s${i.toString(36)}`]));
}

/** The page with classes in place of style attributes, and the sheet at the end of its head. */
export function withStyleClasses(page: StyledPage, names: ReadonlyMap<string, string>): string {
  if (page.styled.length === 0) return page.html;
  const edits = page.styled.flatMap(({ style, at, classAt, classes }) => {
    const named = `class="${escapeHtml([classes, names.get(style)].filter(Boolean).join(' '))}"`;
    return classAt
      ? [
          { at: classAt, text: named },
          { at, text: '' },
        ]
      : [{ at, text: named }];
  });
  const sheet = [...names].map(([style, name]) => `.${name}{${style}}`).join('');
  const head = page.html.indexOf('</head>');
  edits.push({ at: [head, head], text: `<style>${sheet}</style>` });
  return applyEdits(page.html, edits);
}

function applyEdits(
  text: string,
  edits: readonly { at: readonly [start: number, end: number]; text: string }[],
): string {
  let result = '';
  let from = 0;
  for (const edit of edits.toSorted((a, b) => a.at[0] - b.at[0])) {
    // The blank before an attribute that goes, goes with it.
    const keep = text.slice(from, edit.at[0]);
    result += (edit.text === '' ? keep.trimEnd() : keep) + edit.text;
    from = edit.at[1];
  }
  return result + text.slice(from);
}

/** Rewrites every built page. */
export function styleClasses(): AstroIntegration {
  return {
    name: 'style-classes',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const pages = new Map(readPages(dir).map(({ file, html }) => [file, readStyledPage(html)]));
        const names = nameStyles([...pages.values()]);
        rewritePages(dir, ({ file, html }) => {
          const page = pages.get(file);
          return page ? withStyleClasses(page, names) : html;
        });
        const count = [...pages.values()].reduce((sum, { styled }) => sum + styled.length, 0);
        logger.info(`${count} style attributes became ${names.size} classes`);
      },
    },
  };
}
