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
  /** All three. */
  readonly bytes: number;
  /** The page, its style sheets and its scripts with what they import. */
  readonly requests: number;
  /** Elements of the page; what a template holds is not among them. */
  readonly nodes: number;
}

/**
 * Weighs one page.
 * @param folder a built site
 * @param file the page below it: `concepts/steps/index.html`
 * @param base the base path that addresses start with
 * @throws Error naming a file that the page loads and the site has not
 */
export function weighPage(folder: string, file: string, base = '/'): PageWeight {
  const text = readFileSync(join(folder, file), 'utf8');
  const elements = [...elementsOf(parse(text))];
  const within = (address: string) => address.slice(base.length);
  const loaded = (name: string, attribute: string, isWanted: (element: HtmlElement) => boolean) =>
    elements
      .filter((element) => element.tagName === name && isWanted(element))
      .flatMap((element) => attributeOf(element, attribute) ?? [])
      .map(within);
  const rel =
    (...wanted: string[]) =>
    (element: HtmlElement) =>
      wanted.includes(attributeOf(element, 'rel') ?? '');
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
  const [html, css, js] = [compressedSize(join(folder, file)), sum(styles), sum(scripts)];
  return {
    html,
    css,
    js,
    bytes: html + css + js,
    requests: 1 + styles.size + scripts.size,
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
