/**
 * The search's part in every page: opens it by key, button or address, and has the words marked of
 * a search that led here. Everything else is loaded when it is needed.
 */
import { asksHere, marksHere } from './arriving.ts';

/** The rest of the search, as one file. */
const load = () => import('./panel.ts');

const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
const page = document.querySelector<HTMLElement>('.search-page .search-panel');
const field = (page ?? dialog)?.querySelector<HTMLInputElement>('[name="q"]');

/** Opens at once, so that no key is lost, and sets to work when the rest is there. */
function open(): void {
  if (dialog && !page) {
    dialog.showModal();
    void load().then(({ startDialog }) => startDialog(dialog));
  }
  field?.focus();
  field?.select();
}

document.addEventListener('keydown', (event) => {
  if (!isShortcut(event)) return;
  event.preventDefault();
  if (dialog?.open) dialog.close();
  else open();
});
for (const button of document.querySelectorAll('[data-open-search]')) {
  button.addEventListener('click', open);
  // Who reaches for the button will want what is behind it.
  for (const event of ['pointerenter', 'focus']) {
    const prefetch = () => dialog && void load().then((panel) => panel.prefetch(dialog));
    button.addEventListener(event, prefetch, { once: true });
  }
}
if (page) void load().then(({ startPage }) => startPage(page));
else if (asksHere()) open();
if (marksHere()) void load().then(({ markWords }) => markWords());

/** Ctrl-K and Cmd-K anywhere; `/` where the reader isn't writing. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') return true;
  const writing = (target as Element).closest?.('input, textarea, select, [contenteditable]');
  return key === '/' && !ctrlKey && !metaKey && !altKey && !writing;
}
