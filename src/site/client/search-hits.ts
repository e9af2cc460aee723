/** Draws the hits of a search: a page, and below it the headings under which the words stand. */

/** What Pagefind tells about one page; excerpts are HTML with `<mark>` around the words. */
export interface Hit {
  url: string;
  excerpt: string;
  meta: { title: string; section?: string };
  sub_results: { url: string; title: string; excerpt: string }[];
}

/** Headings listed below one page. */
const MOST_HEADINGS = 3;

/** One list item a page. */
export function renderHits(hits: readonly Hit[]): HTMLLIElement[] {
  return hits.map((hit) => {
    const headings = hit.sub_results
      .filter(({ url }) => /#(?!_top$)/.test(url))
      .slice(0, MOST_HEADINGS);
    const item = document.createElement('li');
    item.append(link(hit.url, hit.meta.title, headings.length === 0 ? hit.excerpt : '', 'hit'));
    item.append(
      ...headings.map(({ url, title, excerpt }) => link(url, title, excerpt, 'hit hit-heading')),
    );
    return item;
  });
}

function link(url: string, title: string, excerpt: string, className: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.className = className;
  const name = document.createElement('span');
  name.className = 'hit-title';
  name.textContent = title;
  anchor.append(name);
  if (excerpt) anchor.append(marked(excerpt));
  return anchor;
}

/** An excerpt as nodes: its text with the marks, and no other element that it might hold. */
function marked(excerpt: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html').body;
  const line = document.createElement('span');
  line.className = 'hit-excerpt';
  for (const node of parsed.childNodes) {
    if (node.nodeName !== 'MARK') {
      line.append(node.textContent ?? '');
      continue;
    }
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    line.append(mark);
  }
  return line;
}
