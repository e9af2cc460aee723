/** The links and ids of an HTML page, read as a browser without scripts reads it. */
import { html, parse } from 'parse5';
import { elementsOf, type HtmlElement } from '../html/elements.ts';
import type { Link, PageLinks } from './check.ts';

/** Attributes that hold one address. */
const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'poster']);

/** Reads a whole page; lines count from 1. */
export function readHtml(text: string): PageLinks {
  const links: Link[] = [];
  const ids: { id: string; line: number }[] = [];
  const document = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  for (const element of elementsOf(document)) {
    const line = element.sourceCodeLocation?.startLine ?? 1;
    for (const { name, value } of element.attrs) {
      if (name === 'id') ids.push({ id: value, line });
      if (ADDRESS_ATTRIBUTES.has(name) && isHtml(element)) links.push({ href: value, line });
      if (name === 'srcset') links.push(...candidatesOf(value).map((href) => ({ href, line })));
    }
  }
  return { links, ids };
}

/** SVG's `href` names symbols within the same file, which no reader follows. */
function isHtml(element: HtmlElement): boolean {
  return element.namespaceURI === html.NS.HTML;
}

/** The addresses in a `srcset`: `a.webp 1x, b.webp 2x` → both. Ours hold no commas. */
function candidatesOf(srcset: string): string[] {
  return srcset.split(',').flatMap((candidate) => candidate.trim().split(/\s+/, 1));
}
