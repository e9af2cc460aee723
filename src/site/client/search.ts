/** Opens the search, asks Pagefind while the reader types, and lists pages with their headings. */
import { renderHits, type Hit } from './search-hits.ts';

/** The part of Pagefind's browser API that we use. */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  debouncedSearch(
    query: string,
    options: object,
    wait: number,
  ): Promise<{ results: { data(): Promise<Hit> }[] } | null>;
}

/** Pages listed for one query. */
const MOST_PAGES = 8;
/** Milliseconds without a key before a query is asked. */
const TYPING_PAUSE = 120;

const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
if (dialog) connect(dialog);

function connect(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector('input') as HTMLInputElement;
  const status = dialog.querySelector('[role="status"]') as HTMLElement;
  const list = dialog.querySelector('ol') as HTMLElement;
  let pagefind: Promise<Pagefind> | undefined;

  const open = () => {
    pagefind ??= load(dialog);
    dialog.showModal();
    input.select();
  };

  const search = async () => {
    const query = input.value.trim();
    if (query === '') {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      const answer = await (await pagefind)?.debouncedSearch(query, {}, TYPING_PAUSE);
      if (!answer) return;
      const hits = await Promise.all(answer.results.slice(0, MOST_PAGES).map((hit) => hit.data()));
      if (query !== input.value.trim()) return;
      status.textContent = summaryOf(answer.results.length, query);
      list.replaceChildren(...renderHits(hits));
    } catch {
      pagefind = undefined;
      status.textContent = 'The search index could not be loaded. Run “npm run build” to make it.';
    }
  };

  input.addEventListener('input', () => void search());
  dialog.addEventListener('keydown', (event) => moveWithArrows(event, dialog, input));
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || (target as Element).closest('a')) dialog.close();
  });
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-open-search]')) open();
  });
  document.addEventListener('keydown', (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
}

async function load({ dataset }: HTMLElement): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${dataset['bundle']}pagefind.js`);
  await pagefind.options({ baseUrl: dataset['base'] ?? '/', excerptLength: 20 });
  await pagefind.init();
  return pagefind;
}

function summaryOf(count: number, query: string): string {
  if (count === 0) return `Nothing found for “${query}”.`;
  return count === 1 ? '1 page' : `${count} pages`;
}

/** Ctrl-K and Cmd-K anywhere; `/` where the reader isn't writing. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') return true;
  const writing = (target as Element).closest?.('input, textarea, select, [contenteditable]');
  return key === '/' && !ctrlKey && !metaKey && !altKey && !writing;
}

/** Up and down go through the field and the links of the list; Enter in the field opens the first. */
function moveWithArrows(event: KeyboardEvent, dialog: HTMLElement, input: HTMLElement): void {
  const stops = [input, ...dialog.querySelectorAll<HTMLElement>('ol a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'Enter' && at === 0) {
    event.preventDefault();
    stops[1]?.click();
    return;
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || at === -1) return;
  event.preventDefault();
  stops[(at + step + stops.length) % stops.length]?.focus();
}
