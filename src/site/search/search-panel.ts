/** One search panel at work: reads the field and the filters, asks, and shows what is found. */
import type { Search } from '../../search/engine.ts';
import type { Answer, Hit } from '../../search/result.ts';
import { languageOf, readAsked, writeAsked, type Asked } from './asked.ts';
import { forgetAll, recentSearches, remember } from './recent.ts';
import { byPage, drawExcerpt, drawPage, element } from './results.ts';

/** Sections listed for a query. */
const MOST_HITS = 20;
/** Pages whose text is loaded first; that of the others when they have been in sight for a while. */
const FIRST_PAGES = 3;
/** Milliseconds without a key after which a query counts as typed. */
const TYPED = 250;
/** Milliseconds after which a reader who doesn't type is reading. */
const READING = 1000;

const NOT_LOADED = 'The search index could not be loaded. Change the query to try again.';

export class SearchPanel {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #openSearch: () => Promise<Search>;
  #announcing: ReturnType<typeof setTimeout> | undefined;
  /** The query that shall be taken as it is written, misspelled or not. */
  #verbatim: string | undefined;
  /** Counts what was asked, to drop answers that come too late. */
  #asked = 0;

  /** @param openSearch gives the search, opened at the first call */
  constructor(root: HTMLElement, openSearch: () => Promise<Search>) {
    this.#root = root;
    this.#openSearch = openSearch;
    this.#form = root.querySelector('form') as HTMLFormElement;
    this.#input = this.#form.elements.namedItem('q') as HTMLInputElement;
    this.#form.addEventListener('input', () => void this.ask());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.ask().then(() => this.links()[0]?.click());
    });
    root.addEventListener('click', (event) => this.#click(event));
    root.addEventListener('keydown', (event) => this.#moveWithArrows(event));
  }

  /** Takes what is asked from the address, and answers it. */
  start(): void {
    const { q, section, language } = readAsked();
    if (q) this.#input.value = q;
    if (section) this.#choose('section', section);
    if (language) this.#choose('language', language);
    this.focus();
    void this.ask();
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  /** The links of all hits, in order. */
  links(): HTMLAnchorElement[] {
    return [...this.#root.querySelectorAll<HTMLAnchorElement>('.hit-link')];
  }

  /** Asks what stands in the field, and shows the answer. */
  async ask(): Promise<void> {
    const asked = this.#read();
    const number = ++this.#asked;
    writeAsked(asked);
    if (asked.q === '') {
      this.#showStart();
      return;
    }
    try {
      const search = await this.#openSearch();
      const verbatim = this.#verbatim === asked.q;
      const { q, ...filters } = asked;
      const answer = await search.search(q, { ...filters, verbatim, limit: MOST_HITS });
      if (number === this.#asked) this.#show(answer, asked, search);
    } catch (error) {
      console.error(error);
      if (number === this.#asked) this.#showCount(NOT_LOADED);
    }
  }

  #read(): Asked {
    const fields = new FormData(this.#form);
    return {
      q: this.#input.value.trim(),
      section: String(fields.get('section') ?? '') || undefined,
      language: languageOf(fields.get('language')),
    };
  }

  #choose(filter: 'section' | 'language', value: string): void {
    const choices = this.#form.elements.namedItem(filter) as RadioNodeList;
    choices.value = value;
  }

  #showStart(): void {
    this.#part('pages').replaceChildren();
    this.#part('note').hidden = true;
    this.#part('start').hidden = false;
    this.#showCount('');
    const recent = recentSearches();
    this.#part('recent').hidden = recent.length === 0;
    this.#part('recent-list').replaceChildren(
      ...recent.map((query) => {
        const button = element('button', '', query);
        button.type = 'button';
        button.dataset['query'] = query;
        return element('li', '', button);
      }),
    );
  }

  #show(answer: Answer, asked: Asked, search: Search): void {
    const pages = byPage(answer.hits);
    const drawing = { language: asked.language, saysMissing: answer.partial };
    this.#part('start').hidden = true;
    this.#part('pages').replaceChildren(...pages.map((page) => drawPage(page, drawing)));
    this.#part('results').scrollTop = 0;
    this.#showNote(answer, asked);
    this.#showCount(countText(answer.hits.length, pages.length));
    this.#loadExcerpts(
      pages.map(({ hits }) => hits),
      search,
    );
  }

  /** Says what was done to the query, with a way back; or how to go on when nothing was found. */
  #showNote({ query, corrected, partial, hits }: Answer, { section, language }: Asked): void {
    const note = this.#part('note');
    const button = (text: string, action: string) => {
      const made = element('button', 'quiet', text);
      made.type = 'button';
      made.dataset['action'] = action;
      return made;
    };
    const lines: (Node | string)[] = [];
    if (corrected !== null) {
      lines.push('Showing results for ', element('strong', '', corrected), '. ');
      lines.push(button(`Search instead for ${query}`, 'verbatim'));
    } else if (hits.length === 0) {
      lines.push('No section has any of these words. ');
      if (section || language) lines.push(button('Search everywhere', 'everywhere'));
      else if (this.#verbatim === query) lines.push(button('Mend the spelling', 'mend'));
      else lines.push('Try other words, or fewer letters of a long one.');
    } else if (partial) {
      lines.push('No section has all of these words. The closest come first.');
    }
    note.replaceChildren(...lines);
    note.hidden = lines.length === 0;
  }

  #showCount(text: string): void {
    this.#part('count').textContent = text;
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      const note = this.#part('note');
      this.#part('status').textContent = note.hidden ? text : `${text}. ${note.textContent}`;
    }, QUIET);
  }

  /** Fills the excerpts of the first pages, and of the others once the reader moves on to them. */
  #loadExcerpts(pages: readonly (readonly Hit[])[], search: Search): void {
    const items = [...this.#part('pages').children].map((page) => [
      ...page.querySelectorAll('.hit'),
    ]);
    const load = (page: number) =>
      pages[page]?.forEach((hit, at) => {
        const item = items[page]?.[at];
        void search.withExcerpt(hit).then(({ pieces }) => item && drawExcerpt(item, pieces));
      });
    pages.slice(0, FIRST_PAGES).forEach((_, page) => load(page));
    const loadRest = () => pages.forEach((_, page) => page >= FIRST_PAGES && load(page));
    for (const moved of ['scroll', 'focusin']) {
      this.#part('results').addEventListener(moved, loadRest, { once: true });
    }
    addEventListener('scroll', loadRest, { once: true });
  }

  #click({ target }: MouseEvent): void {
    const clicked = target as Element;
    const asks = clicked.closest<HTMLElement>('[data-query]')?.dataset['query'];
    const action = clicked.closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (clicked.closest('.hit-link')) remember(this.#read().q);
    else if (clicked.closest('[data-forget]')) {
      forgetAll();
      this.#showStart();
      this.focus();
    } else if (asks !== undefined || action !== undefined) {
      if (asks !== undefined) this.#input.value = asks;
      this.#verbatim = action === 'verbatim' ? this.#input.value.trim() : undefined;
      if (action === 'everywhere') {
        this.#choose('section', '');
        this.#choose('language', '');
      }
      this.#input.focus();
      void this.ask();
    }
  }

  /** Up and down go through the field and the hits; a letter typed on a hit goes to the field. */
  #moveWithArrows(event: KeyboardEvent): void {
    const stops: HTMLElement[] = [this.#input, ...this.links()];
    const at = stops.indexOf(event.target as HTMLElement);
    if (at === -1) return;
    if (event.key === 'Enter' && at === 0 && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.ask().then(() => this.#openFirstBeside());
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      stops.at((at + step) % stops.length)?.focus();
    } else if (at > 0 && isTyping(event)) {
      this.#input.focus();
    }
  }

  /** Opens the first hit in a new tab, as Ctrl-click on it would. */
  #openFirstBeside(): void {
    const first = this.links()[0];
    if (!first) return;
    remember(this.#read().q);
    window.open(first.href, '_blank', 'noopener');
  }

  #part(name: string): HTMLElement {
    const part = this.#root.querySelector<HTMLElement>(`[data-${name}]`);
    if (!part) throw new Error(`the search panel has no [data-${name}]`);
    return part;
  }
}

function isTyping({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (key.length === 1 || key === 'Backspace') && !ctrlKey && !metaKey && !altKey;
}

function countText(hits: number, pages: number): string {
  if (hits === 0) return 'No results';
  const results = hits === 1 ? '1 result' : `${hits} results`;
  return `${results} on ${pages === 1 ? '1 page' : `${pages} pages`}`;
}
