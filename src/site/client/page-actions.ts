/** Copies the page as Markdown, in the language that the reader chose, and other addresses as text. */
import { chosenLabel } from './chosen-language.ts';

/** Milliseconds for which a button says what it did. */
const SAID = 2000;

for (const actions of document.querySelectorAll<HTMLElement>('.page-actions')) connect(actions);

function connect(actions: HTMLElement): void {
  const menu = actions.querySelector('details') as HTMLDetailsElement;
  const status = actions.querySelector('[role="status"]') as HTMLElement;
  for (const button of actions.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      const { copy, copyPage } = button.dataset;
      const text = copy === undefined ? markdown(actions, copyPage ?? '') : Promise.resolve(copy);
      void write(text).then(
        () => say(button, status, 'Copied'),
        () => say(button, status, 'Could not copy'),
      );
    });
  }
  menu.addEventListener('toggle', () => pointToMarkdown(actions));
  document.addEventListener('click', ({ target }) => {
    if (!menu.contains(target as Node)) menu.open = false;
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}

/** The page's Markdown in the chosen language, if it comes in that one alone. */
async function markdown(actions: HTMLElement, whole: string): Promise<string> {
  const response = await fetch(variantOf(actions)?.href ?? whole);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response.text();
}

/** Lets the link to the Markdown lead to the chosen language's, and say so. */
function pointToMarkdown(actions: HTMLElement): void {
  const link = actions.querySelector<HTMLAnchorElement>('[data-markdown]');
  const variant = variantOf(actions);
  if (!link) return;
  link.href = variant?.href ?? link.dataset['markdown'] ?? '';
  link.textContent = variant ? `View as Markdown in ${variant.label}` : 'View as Markdown';
}

function variantOf({ dataset }: HTMLElement): { label: string; href: string } | undefined {
  const variants = JSON.parse(dataset['variants'] ?? '{}') as Record<string, string>;
  const label = chosenLabel() ?? '';
  const href = variants[label];
  return href === undefined ? undefined : { label, href };
}

/** Writes a text that is still to come: Safari wants the clipboard asked within the click itself. */
async function write(text: Promise<string>): Promise<void> {
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

function say(button: HTMLElement, status: HTMLElement, words: string): void {
  const label = button.dataset['label'] ?? button.textContent ?? '';
  button.dataset['label'] = label;
  button.textContent = words;
  status.textContent = words;
  setTimeout(() => {
    button.textContent = label;
    status.textContent = '';
  }, SAID);
}
