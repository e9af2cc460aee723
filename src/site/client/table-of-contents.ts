/**
 * Marks the section in sight in the table of contents. It stands in for Starlight's own module
 * (`starlight-toc`, astro.config.mjs), which watches every element of a page and seeks the heading of
 * each: on a phone, a quarter of a second in which a long page doesn't answer. This one watches headings.
 */
import { percentDecoded } from '../../model/percent-decoded.ts';

/** How far below the header a heading counts as read: where a link to it puts it, and a line more. */
const READING_LINE = 32 + 53;

/** Starlight's element; its table for narrow screens extends it and shows what is `current`. */
export class StarlightTOC extends HTMLElement {
  readonly #targets = new Map<Element, HTMLAnchorElement>();
  #marked = this.querySelector('a[aria-current="true"]');
  #observer: IntersectionObserver | undefined;

  constructor() {
    super();
    for (const link of this.querySelectorAll('a')) {
      const heading = document.getElementById(percentDecoded(link.hash.slice(1)));
      if (heading) this.#targets.set(heading, link);
    }
    // What is measured is laid out by then, and not once more for it.
    requestAnimationFrame(() => this.#watch());
    window.addEventListener('resize', () => this.#watch());
  }

  protected set current(link: HTMLAnchorElement) {
    if (link === this.#marked) return;
    this.#marked?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    this.#marked = link;
  }

  /** All that is above the reading line intersects, so only a heading that crosses the line is told. */
  #watch(): void {
    const above = new Set<Element>();
    const header = document.querySelector('header')?.offsetHeight ?? 0;
    const line = header + (this.querySelector('summary')?.offsetHeight ?? 0) + READING_LINE;
    const rootMargin = `9999999px 0px ${line - document.documentElement.clientHeight}px`;
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) above.add(target);
          else above.delete(target);
        }
        const links = [...this.#targets];
        const [, link] = links.findLast(([heading]) => above.has(heading)) ?? links[0] ?? [];
        if (link) this.current = link;
      },
      { rootMargin },
    );
    for (const heading of this.#targets.keys()) this.#observer.observe(heading);
  }
}

customElements.define('starlight-toc', StarlightTOC);
