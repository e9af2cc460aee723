/**
 * The search's part in every page: opens it by key, button or address, and has the words marked of
 * a search that led here. Everything else is loaded when it is needed.
 */
import { asksHere, marksHere } from './asked.ts';

/** The rest of the search, as one file. */
const load = () => import('./panel.ts');

const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
const page = document.querySelector<HTMLElement>('.search-page .search-panel');
const buttons = document.querySelectorAll('[data-open-search]');

const open = () => {
  if (page) page.querySelector<HTMLInputElement>('[name="q"]')?.focus();
  else if (dialog) void load().then(({ openDialog }) => openDialog(dialog));
};

document.addEventListener('keydown', (event) => {
  if (!isShortcut(event)) return;
  event.preventDefault();
  open();
});
for (const button of buttons) {
  button.addEventListener('click', open);
  // Who reaches for the button will want what is behind it.
  for (const event of ['pointerenter', 'focus']) {
    const prefetch = () => dialog && void load().then((panel) => panel.prefetch(dialog));
    button.addEventListener(event, prefetch, { once: true });
  }
}
if (page) void load().then(({ openPage }) => openPage(page));
else if (asksHere()) open();
if (marksHere()) void load().then(({ markWords }) => markWords());

/** Ctrl-K and Cmd-K anywhere; `/` where the reader isn't writing. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') return true;
  const writing = (target as Element).closest?.('input, textarea, select, [contenteditable]');
  return key === '/' && !ctrlKey && !metaKey && !altKey && !writing;
}
