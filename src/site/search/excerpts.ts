/** Fills the excerpts of hits: the first at once, the others when a reader gets to them. */
import type { Search } from '../../search/engine.ts';
import { drawExcerpt, type PageOfHits } from './results.ts';

/** Pages whose text is loaded at once; each is a file. */
const FIRST_PAGES = 2;
/** Milliseconds after which a reader who does nothing is reading what is in sight. */
const READING = 1000;

/**
 * Fills the excerpts of drawn pages.
 * @param list the element whose children are the pages, drawn
 * @param signal is aborted when something else is shown
 */
export function fillExcerpts(
  list: HTMLElement,
  pages: readonly PageOfHits[],
  search: Search,
  signal: AbortSignal,
): void {
  const drawn = [...list.children];
  const fill = (number: number) => {
    const hits = drawn[number]?.querySelectorAll('.hit') ?? [];
    pages[number]?.hits.forEach(async (hit, at) => {
      const { pieces } = await search.withExcerpt(hit);
      const item = hits[at];
      if (item) drawExcerpt(item, pieces);
    });
  };
  drawn.slice(0, FIRST_PAGES).forEach((_, number) => fill(number));

  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      fill(drawn.indexOf(target));
    }
  });
  const watch = () => drawn.slice(FIRST_PAGES).forEach((page) => observer.observe(page));
  const reading = setTimeout(watch, READING);
  for (const moved of ['scroll', 'focusin']) {
    addEventListener(moved, watch, { once: true, capture: true, signal });
  }
  signal.addEventListener('abort', () => {
    clearTimeout(reading);
    observer.disconnect();
  });
}
