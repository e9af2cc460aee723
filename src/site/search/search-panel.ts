/** One search panel at work: reads the field and the filters, asks, and shows what is found. */
import type { Search } from '../../search/engine.ts';
import type { Answer } from '../../search/result.ts';
import {
  languageOf,
  preferredLanguage,
  readAsked,
  withMarks,
  writeAsked,
  type Asked,
} from './asked.ts';
import { fillExcerpts } from './excerpts.ts';
import { noteOf } from './note.ts';
import { forgetAll, recentSearches, remember } from './recent.ts';
import { byPage, drawPage, element, stemsOf } from './results.ts';

/** Sections listed for a query. */
const MOST_HITS = 20;
/** Milliseconds without a key after which a query counts as typed. */
const TYPED = 250;

const NOT_LOADED = 'The search index could not be loaded. Change the query to try again.';

/** The parts of the panel's markup, by their `data-` attribute. */
type Part =
  | 'any="language"'
  | 'chosen'
  | 'count'
  | 'status'
  | 'results'
  | 'start'
  | 'recent'
  | 'recent-list'
  | 'note'
  | 'pages';

export class SearchPanel {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #openSearch: () => Promise<Search>;
  /** The query that the reader wants taken as it is written, misspelled or not. */
  #verbatim: string | undefined;
  /** Addresses of the hits on show. */
  #shown = '';
  /** Aborted when something else is asked. */
  #asking = new AbortController();

  /** @param openSearch gives the search, opened at the first call */
  constructor(root: HTMLElement, openSearch: () => Promise<Search>) {
    this.#root = root;
    this.#openSearch = openSearch;
    this.#form = root.querySelector('form') as HTMLFormElement;
    this.#input = this.#form.elements.namedItem('q') as HTMLInputElement;
    this.#form.addEventListener('input', () => void this.#ask('typing'));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#openFirst();
    });
    for (const click of ['click', 'auxclick'] as const) {
      root.addEventListener(click, (event) => this.#click(event));
    }
    root.addEventListener('keydown', (event) => this.#move(event));
  }

  /** Answers what stands in the field, else what the address asks. */
  start(): void {
    const { q, section, language } = readAsked();
    this.#input.value ||= q;
    if (section) this.#choose('section', section);
    if (language) this.#choose('language', language);
    const preferred = preferredLanguage();
    if (preferred) this.#part('any="language"').textContent = `${preferred.label} first`;
    void this.#ask('done');
  }

  /** Asks what stands in the field: at once by the index, and once it is typed by all there is. */
  async #ask(typing: 'typing' | 'done'): Promise<void> {
    const asked = this.#asked();
    this.#tellFilters();
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    if (asked.q === '') {
      writeAsked(asked);
      this.#showStart();
      return;
    }
    try {
      const search = await this.#openSearch();
      const { q, ...filters } = asked;
      const verbatim = this.#verbatim === q;
      const answer = await search.search(q, {
        ...filters,
        preferred: preferredLanguage()?.id,
        verbatim,
        fullText: typing === 'done',
        limit: MOST_HITS,
      });
      if (signal.aborted) return;
      this.#show(answer, asked);
      if (typing === 'typing') {
        const typed = setTimeout(() => void this.#ask('done'), TYPED);
        signal.addEventListener('abort', () => clearTimeout(typed));
        return;
      }
      writeAsked(asked);
      this.#announce();
      fillExcerpts(this.#part('pages'), byPage(answer.hits), search, signal);
    } catch (error) {
      console.error(error);
      if (!signal.aborted) this.#part('count').textContent = NOT_LOADED;
    }
  }

  #asked(): Asked {
    const fields = new FormData(this.#form);
    return {
      q: this.#input.value.trim(),
      section: String(fields.get('section') ?? '') || undefined,
      language: languageOf(fields.get('language')),
    };
  }

  #choose(filter: 'section' | 'language', value: string): void {
    const choices = this.#form.querySelectorAll<HTMLInputElement>(`[name="${filter}"]`);
    for (const choice of choices) choice.checked = choice.value === value;
  }

  /** The row of filters says when it is folded what is chosen in it. */
  #tellFilters(): void {
    const chosen = this.#form.querySelectorAll('.chip :checked + span');
    const labels = Array.from(chosen, ({ textContent }) => textContent);
    this.#part('chosen').textContent = labels.join(' · ');
  }

  #showStart(): void {
    this.#shown = '';
    this.#part('pages').replaceChildren();
    this.#part('note').hidden = true;
    this.#part('start').hidden = false;
    this.#part('count').textContent = '';
    this.#announce();
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

  #show(answer: Answer, asked: Asked): void {
    const note = noteOf(answer, asked, this.#verbatim === asked.q);
    this.#part('note').replaceChildren(...note);
    this.#part('note').hidden = note.length === 0;
    this.#part('start').hidden = true;
    const pages = byPage(answer.hits);
    this.#part('count').textContent = countText(answer.hits.length, pages.length);
    const shown = JSON.stringify([
      asked.language,
      answer.hits.map(({ url, terms }) => [url, terms]),
    ]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#part('pages').replaceChildren(...pages.map((page) => drawPage(page, answer.partial)));
    this.#part('results').scrollTop = 0;
  }

  /** Tells a screen reader what is on show; not at every key. */
  #announce(): void {
    const said = [this.#part('count'), this.#part('note')].filter((part) => !part.hidden);
    this.#part('status').textContent = said.map((part) => part.textContent).join('. ');
  }

  #click({ target }: MouseEvent): void {
    const clicked = target as Element;
    const query = clicked.closest<HTMLElement>('[data-query]')?.dataset['query'];
    const action = clicked.closest<HTMLElement>('[data-action]')?.dataset['action'];
    const link = clicked.closest<HTMLAnchorElement>('.hit-link');
    if (link) this.#leave(link);
    if (clicked.closest('[data-forget]')) forgetAll();
    else if (query !== undefined) this.#input.value = query;
    else if (action === undefined) return;
    this.#verbatim = action === 'verbatim' ? this.#asked().q : undefined;
    if (action === 'everywhere') {
      this.#choose('section', '');
      this.#choose('language', '');
    }
    this.#input.focus();
    void this.#ask('done');
  }

  /** Up and down go through the field and the hits; what is typed on a hit goes to the field. */
  #move(event: KeyboardEvent): void {
    const stops = [this.#input, ...this.#links()];
    const at = stops.indexOf(event.target as HTMLInputElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at === -1) return;
    if (step !== undefined) {
      event.preventDefault();
      stops.at((at + step) % stops.length)?.focus();
    } else if (at === 0 && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#openFirst('beside');
    } else if (at > 0 && isText(event)) {
      this.#input.focus();
    }
  }

  /** Opens the first hit, here or in a new tab. */
  async #openFirst(where: 'here' | 'beside' = 'here'): Promise<void> {
    await this.#ask('done');
    const first = this.#links()[0];
    if (where === 'here') first?.click();
    else if (first) {
      this.#leave(first);
      window.open(first.href, '_blank', 'noopener');
    }
  }

  /** A link is about to be followed: its page shall mark the words. */
  #leave(link: HTMLAnchorElement): void {
    const { q, language } = this.#asked();
    remember(q);
    link.href = withMarks(link.href, { stems: stemsOf(link), language });
  }

  #links(): HTMLAnchorElement[] {
    return [...this.#root.querySelectorAll<HTMLAnchorElement>('.hit-link')];
  }

  #part(name: Part): HTMLElement {
    const part = this.#root.querySelector<HTMLElement>(`[data-${name}]`);
    if (!part) throw new Error(`the search panel has no [data-${name}]`);
    return part;
  }
}

function isText({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (key.length === 1 || key === 'Backspace') && !ctrlKey && !metaKey && !altKey;
}

function countText(hits: number, pages: number): string {
  if (hits === 0) return 'No results';
  const results = hits === 1 ? '1 result' : `${hits} results`;
  return `${results} on ${pages === 1 ? '1 page' : `${pages} pages`}`;
}
