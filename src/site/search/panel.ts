/** The search behind the field: loaded when it is opened, with all it needs in one file. */
import { openSearch, type Search } from '../../search/engine.ts';
import { writeAsked } from './asked.ts';
import { filesOnNetwork } from './files-on-network.ts';
import { SearchPanel } from './search-panel.ts';

export { markWords } from './marks.ts';

let search: Promise<Search> | undefined;
const panels = new WeakMap<HTMLElement, SearchPanel>();

/** Loads the index before it is asked for. */
export function prefetch(dialog: HTMLElement): void {
  void load(panelRoot(dialog)).catch(() => undefined);
}

/** Sets the open dialog's panel to work; closed, the dialog leaves the address as it was. */
export function startDialog(dialog: HTMLDialogElement): void {
  const root = panelRoot(dialog);
  const panel = panels.get(root) ?? new SearchPanel(root, () => load(root));
  if (!panels.has(root)) {
    panels.set(root, panel);
    dialog.addEventListener('close', () => writeAsked({ q: '' }));
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || (target as Element).closest('[data-close-search]')) dialog.close();
    });
    dialog.addEventListener('keydown', (event) => {
      // A search field would be emptied first.
      if (event.key !== 'Escape') return;
      event.preventDefault();
      dialog.close();
    });
  }
  panel.start();
}

/** Sets the panel of the search page to work. */
export function startPage(root: HTMLElement): void {
  new SearchPanel(root, () => load(root)).start();
  root.querySelector('input')?.focus();
}

function load(root: HTMLElement): Promise<Search> {
  search ??= openSearch(filesOnNetwork(root.dataset['base'] ?? '/'));
  search.catch(() => (search = undefined));
  return search;
}

function panelRoot(dialog: HTMLElement): HTMLElement {
  return dialog.querySelector('.search-panel') as HTMLElement;
}
