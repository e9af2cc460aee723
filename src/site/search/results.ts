/** Draws what a search found: pages with their sections. */
import { markedPieces } from '../../search/excerpt.ts';
import type { Hit, Piece } from '../../search/result.ts';

const MOST_MISSING = 5;

/** Hits of one page, best first. */
export interface PageOfHits {
  /** Name of the section of the site, `''` for the home page. */
  readonly area: string;
  readonly title: string;
  readonly hits: readonly Hit[];
}

/** Groups hits by page, in the order of each page's best hit. */
export function byPage(hits: readonly Hit[]): PageOfHits[] {
  const pages = Map.groupBy(hits, ({ route }) => route);
  return [...pages.values()].map((hits) => {
    const { breadcrumb = [], title = '' } = hits[0] ?? {};
    return { area: breadcrumb.slice(0, breadcrumb.indexOf(title)).join(' › '), title, hits };
  });
}

/** A page with its hits; their excerpts come later, into room that is kept for them. */
export function drawPage({ area, title, hits }: PageOfHits, saysMissing: boolean): HTMLLIElement {
  const name = element(
    'h2',
    'hits-page',
    ...(area ? [element('span', 'hits-area', area)] : []),
    title,
  );
  return element(
    'li',
    '',
    name,
    element('ul', 'hits', ...hits.map((hit) => drawHit(hit, saysMissing))),
  );
}

function drawHit(hit: Hit, saysMissing: boolean): HTMLLIElement {
  const terms = new Set(hit.terms);
  const link = element('a', 'hit-link', ...draw(markedPieces(hit.heading || hit.title, terms)));
  link.href = hit.url;
  link.dataset['stems'] = hit.terms.join(' ');
  const above = hit.breadcrumb.slice(hit.breadcrumb.indexOf(hit.title) + 1);
  const item = element('li', 'hit', link);
  if (above.length > 0) item.append(element('span', 'hit-path', above.join(' › ')));
  if (hit.warning !== null) item.append(element('span', 'hit-warning', hit.warning));
  item.append(element('p', 'hit-excerpt'));
  if (saysMissing && hit.missing.length > 0) {
    item.append(element('p', 'hit-missing', `without ${listOf(hit.missing)}`));
  }
  return item;
}

/** Words that a hit hasn't, as many as a line takes: of a pasted error most are missing. */
function listOf(words: readonly string[]): string {
  const named = words.slice(0, MOST_MISSING).map((word) => `“${word}”`);
  return [...named, ...(words.length > MOST_MISSING ? ['…'] : [])].join(', ');
}

/** The stems by which the hit behind a drawn link was found. */
export function stemsOf(link: HTMLElement): string[] {
  return (link.dataset['stems'] ?? '').split(' ').filter(Boolean);
}

/** Writes an excerpt into the room of its hit. */
export function drawExcerpt(item: Element, pieces: readonly Piece[]): void {
  item.querySelector('.hit-excerpt')?.replaceChildren(...draw(pieces));
}

/** Pieces as nodes: neighbouring code in one `<code>`, words that were looked for in `<mark>`. */
function draw(pieces: readonly Piece[]): Node[] {
  const nodes: Node[] = [];
  let code: HTMLElement | undefined;
  for (const piece of pieces) {
    const node = piece.marked
      ? element('mark', '', piece.text)
      : document.createTextNode(piece.text);
    if (!piece.code) nodes.push(node);
    else if (code && nodes.at(-1) === code) code.append(node);
    else nodes.push((code = element('code', '', node)));
  }
  return nodes;
}

/** An element with a class (unless `''`) and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
