/** What one built page or sheet needs of a Content-Security-Policy, and what in it none can allow. */
import { createHash } from 'node:crypto';
import { parse } from 'parse5';
import { attributeOf, elementsOf, type HtmlElement } from '../../html/elements.ts';

/** The directives that depend on the pages. */
export const PAGE_DIRECTIVES = [
  'script-src',
  'style-src',
  'img-src',
  'media-src',
  'font-src',
  'frame-src',
] as const;
export type PageDirective = (typeof PAGE_DIRECTIVES)[number];

/** One source that a directive must list: `'sha256-…'`, `https://host.example`, `data:`. */
export interface Need {
  readonly directive: PageDirective;
  readonly source: string;
}

/** Something that a strict policy stops, in which line, and what to write in its place. */
export interface Refusal {
  readonly line: number;
  readonly what: string;
  readonly way: string;
}

export interface PageNeeds {
  readonly needs: readonly Need[];
  readonly refusals: readonly Refusal[];
}

/** Attributes that load something as soon as the page is shown, by element. */
const LOADING: Readonly<Record<string, Readonly<Record<string, PageDirective>>>> = {
  audio: { src: 'media-src' },
  iframe: { src: 'frame-src' },
  image: { href: 'img-src' },
  img: { src: 'img-src', srcset: 'img-src' },
  track: { src: 'media-src' },
  video: { src: 'media-src', poster: 'img-src' },
};

/** What a facade (`src/site/components/Facade.astro`) puts in its place when it is asked for. */
const FACADES: Readonly<Record<string, PageDirective>> = {
  video: 'media-src',
  animation: 'img-src',
};

/** A script that the browser runs or obeys; of any other type it is data (HTML, 4.12.1). */
const RUNNING_SCRIPT =
  /^(|module|importmap|speculationrules|(text|application)\/(x-)?(java|ecma)script)$/i;

/**
 * Reads a built page.
 * @param ownOrigin of the site, which every directive allows by `'self'`
 */
export function needsOfPage(html: string, ownOrigin: string): PageNeeds {
  const needs: Need[] = [];
  const refusals: Refusal[] = [];
  for (const element of elementsOf(parse(html, { sourceCodeLocationInfo: true }))) {
    const line = element.sourceCodeLocation?.startLine ?? 1;
    refusals.push(...refusalsOf(element, ownOrigin).map((refusal) => ({ line, ...refusal })));
    needs.push(...inlineNeeds(element), ...loadingNeeds(element, ownOrigin));
  }
  return { needs, refusals };
}

/** Reads a style sheet: drawings and fonts that it holds as `data:` addresses. */
export function needsOfSheet(css: string): Need[] {
  const held = [...css.matchAll(/url\(\s*["']?data:(image|font)\//g)];
  return held.map(([, kind]) => ({
    directive: kind === 'font' ? 'font-src' : 'img-src',
    source: 'data:',
  }));
}

/** The source that allows an inline script or style: the hash of its text (CSP 3, 2.3.1). */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function inlineNeeds(element: HtmlElement): Need[] {
  const isScript = element.tagName === 'script' && attributeOf(element, 'src') === undefined;
  if (isScript && RUNNING_SCRIPT.test(attributeOf(element, 'type') ?? '')) {
    return [{ directive: 'script-src', source: hashSource(textOf(element)) }];
  }
  if (element.tagName !== 'style') return [];
  const css = textOf(element);
  return [{ directive: 'style-src', source: hashSource(css) }, ...needsOfSheet(css)];
}

function loadingNeeds(element: HtmlElement, ownOrigin: string): Need[] {
  const kind = attributeOf(element, 'data-kind') ?? '';
  const facade = element.tagName === 'a' ? FACADES[kind] : undefined;
  const loading = facade ? { href: facade } : (LOADING[element.tagName] ?? sourceOf(element));
  return Object.entries(loading).flatMap(([name, directive]) => {
    const value = attributeOf(element, name) ?? '';
    const addresses = name === 'srcset' ? value.split(/,\s+/) : [value];
    return addresses.flatMap((address) => {
      const origin = originOf(address);
      return origin && origin !== ownOrigin ? [{ directive, source: origin }] : [];
    });
  });
}

/** `<source>` serves pictures and films. */
function sourceOf({ tagName, parentNode }: HtmlElement): Record<string, PageDirective> {
  if (tagName !== 'source') return {};
  const inPicture = parentNode && 'tagName' in parentNode && parentNode.tagName === 'picture';
  return inPicture ? { srcset: 'img-src' } : { src: 'media-src' };
}

/** Origin of an address that names its host, `data:` for one that holds its content, else undefined. */
function originOf(address: string): string | undefined {
  if (/^\s*data:/i.test(address)) return 'data:';
  const [first = ''] = address.trim().split(/\s/, 1);
  const full = first.startsWith('//') ? `https:${first}` : first;
  return /^https?:/i.test(full) && URL.canParse(full) ? new URL(full).origin : undefined;
}

function refusalsOf(element: HtmlElement, ownOrigin: string): Omit<Refusal, 'line'>[] {
  const { tagName, attrs } = element;
  const inAttributes = attrs.flatMap(({ name, value }) => {
    const what = `<${tagName} ${name}="${value.slice(0, 60)}">`;
    if (name === 'style') return [{ what, way: 'write a class in place of the style attribute' }];
    if (/^on[a-z]/.test(name)) return [{ what, way: 'listen to the event in a script' }];
    if (name === 'srcdoc') return [{ what, way: 'write the content into the page' }];
    // Browsers overlook blanks and control characters in a scheme (URL Standard, 4.4).
    // eslint-disable-next-line no-control-regex
    const scheme = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
    return scheme.startsWith('javascript:') ? [{ what, way: 'use a button and a script' }] : [];
  });
  return [...inAttributes, ...elementRefusals(element, ownOrigin)];
}

function elementRefusals(element: HtmlElement, ownOrigin: string): Omit<Refusal, 'line'>[] {
  const { tagName } = element;
  if (['base', 'object', 'embed'].includes(tagName)) {
    return [{ what: `<${tagName}>`, way: 'the policy forbids it everywhere' }];
  }
  const isSheet = tagName === 'link' && attributeOf(element, 'rel') === 'stylesheet';
  const loaded = attributeOf(element, tagName === 'script' ? 'src' : isSheet ? 'href' : '');
  const origin = originOf(loaded ?? '');
  return origin && origin !== ownOrigin
    ? [{ what: `<${tagName}> from ${loaded?.slice(0, 60)}`, way: 'serve the file from the site' }]
    : [];
}

function textOf({ childNodes }: HtmlElement): string {
  return childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
