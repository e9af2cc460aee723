/** What a page of a built site weighs when a browser that has nothing yet opens it, without scripts run. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { defaultTreeAdapter, parse } from 'parse5';
import { attributeOf, type HtmlElement, type HtmlNode } from '../../src/html/elements.ts';

/** Bytes are compressed with brotli's best quality. */
export interface PageWeight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** Fonts in files of their own, asked for by the page or by its style sheets. */
  readonly fonts: number;
  /** The icon, and pictures that don't wait until they come into sight. */
  readonly pictures: number;
  /** All of them. */
  readonly bytes: number;
  /** The page and all that it loads, scripts with what they import. */
  readonly requests: number;
  /** Elements of the page; what a template holds is not among them. */
  readonly nodes: number;
}

/**
 * Weighs one page with all that it loads from its own site.
 * @param folder a built site
 * @param file the page below it: `concepts/steps/index.html`
 * @param base the base path that addresses start with
 * @throws Error naming a file that the page loads and the site has not
 */
export function weighPage(folder: string, file: string, base = '/'): PageWeight {
  const text = readFileSync(join(folder, file), 'utf8');
  const elements = [...elementsOf(parse(text))];
  const loaded = (name: string, attribute: string, isWanted: (element: HtmlElement) => boolean) =>
    elements
      .filter((element) => element.tagName === name && isWanted(element))
      .flatMap((element) => attributeOf(element, attribute) ?? [])
      .filter((address) => address.startsWith(base))
      .map((address) => address.slice(base.length));
  const rel =
    (...wanted: string[]) =>
    (element: HtmlElement) =>
      wanted.includes(attributeOf(element, 'rel') ?? '');
  const preloads = (kind: string) => (element: HtmlElement) =>
    rel('preload')(element) && attributeOf(element, 'as') === kind;
  const styles = new Set(loaded('link', 'href', rel('stylesheet')));
  const scripts = new Set<string>();
  for (const script of [
    ...loaded('script', 'src', () => true),
    ...loaded('link', 'href', rel('modulepreload')),
  ]) {
    addWithImports(script, folder, scripts);
  }
  const sum = (files: Iterable<string>) => {
    let bytes = 0;
    for (const one of files) bytes += compressedSize(join(folder, one));
    return bytes;
  };
  const fonts = new Set([
    ...loaded('link', 'href', preloads('font')),
    ...[...styles].flatMap((sheet) => fontsOf(sheet, folder, base)),
  ]);
  const pictures = new Set([
    ...loaded('link', 'href', rel('icon', 'shortcut icon')),
    ...loaded('link', 'href', preloads('image')),
    ...loaded('img', 'src', (element) => attributeOf(element, 'loading') !== 'lazy'),
  ]);
  const kinds = {
    html: compressedSize(join(folder, file)),
    css: sum(styles),
    js: sum(scripts),
    fonts: sum(fonts),
    pictures: sum(pictures),
  };
  return {
    ...kinds,
    bytes: Object.values(kinds).reduce((all, one) => all + one),
    requests: 1 + styles.size + scripts.size + fonts.size + pictures.size,
    nodes: elements.length,
  };
}

/** Adds a script and all that it imports before it runs; what it imports later is not loaded with the page. */
function addWithImports(script: string, folder: string, found: Set<string>): void {
  if (found.has(script)) return;
  found.add(script);
  const text = readFileSync(join(folder, script), 'utf8');
  for (const [, path = ''] of text.matchAll(/\b(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
    addWithImports(posix.join(posix.dirname(script), path), folder, found);
  }
}

/** The font files that a style sheet names; those that it holds itself are among its own bytes. */
function fontsOf(sheet: string, folder: string, base: string): string[] {
  const css = readFileSync(join(folder, sheet), 'utf8');
  return [...css.matchAll(/url\(\s*["']?([^"')\s]+\.woff2?)["']?\s*\)/g)].map(([, path = '']) =>
    new URL(path, `http://site${base}${sheet}`).pathname.slice(base.length),
  );
}

function compressedSize(file: string): number {
  // What our own server sends.
  const ready = `${file}.br`;
  if (existsSync(ready)) return readFileSync(ready).length;
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return Math.min(bytes.length, brotliCompressSync(bytes, { params }).length);
}

/** Not those within templates, which a browser does not lay out. */
function* elementsOf(node: HtmlNode): Generator<HtmlElement> {
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if (defaultTreeAdapter.isElementNode(child)) yield child;
    yield* elementsOf(child);
  }
}
