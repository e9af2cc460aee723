/**
 * Keeps the list in the header and the language tabs of the page at one choice, whoever makes it.
 * Tabs say `TypeScript`, `TS` or `tsx`: Starlight brings equal labels together, this equal meanings.
 */
import { languageOfTab } from '../../model/languages.ts';
import { chosenLabel, keepLabel, languageSyncKey, storageKey } from './chosen-language.ts';
import { openTab } from './tabs.ts';

const GROUPS = `starlight-tabs[data-sync-key="${languageSyncKey()}"]`;

/** The parameter of an address that asks for a language. */
const ASKED = 'lang';

const lists = document.querySelectorAll<HTMLSelectElement>('[data-language-choice]');

/** Shows the language in the lists, and in the address if that asks for one. */
function show(label: string): void {
  for (const { options } of lists) {
    for (const option of options) if (option.text === label) option.selected = true;
  }
  const url = new URL(location.href);
  const id = lists[0]?.value;
  if (!url.searchParams.has(ASKED) || !id) return;
  url.searchParams.set(ASKED, id);
  history.replaceState(history.state, '', url);
}

/** What a tab's label means, as the list says it: `TS` → `TypeScript`. */
const meaningOf = (label: string): string => languageOfTab(label)?.label ?? label.trim();

/** Opens the language in groups that show another; what the reader looks at stays in its place. */
async function open(label: string, groups: readonly HTMLElement[]): Promise<void> {
  if (groups.length === 0) return;
  await customElements.whenDefined('starlight-tabs');
  const inSight = groups.find((group) => group.getBoundingClientRect().bottom > 0);
  const before = inSight?.getBoundingClientRect().top ?? 0;
  for (const group of groups) {
    const shown = group.querySelector('[role="tab"][aria-selected="true"]')?.textContent ?? '';
    if (meaningOf(shown) !== label) openTab(group, (tab) => meaningOf(tab) === label);
  }
  // Panels that were templates are filled by now (client/inert-panels.ts).
  queueMicrotask(() => {
    const moved = (inSight?.getBoundingClientRect().top ?? 0) - before;
    window.scrollBy({ top: moved, behavior: 'instant' });
  });
}

const allGroups = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(GROUPS)];

function choose(label: string): void {
  keepLabel(label);
  show(label);
  void open(label, allGroups());
}

for (const list of lists) {
  list.addEventListener('change', () => choose(list.selectedOptions[0]?.text ?? ''));
}

/** Starlight keeps the label of a tab that is chosen, and tells nobody. */
function follow({ target }: Event): void {
  const label = chosenLabel();
  if (label && (target as Element).closest(`${GROUPS} [role="tab"]`)) choose(meaningOf(label));
}
document.addEventListener('click', follow);
document.addEventListener('keydown', follow);

// Starlight opened the tabs that have the very label; groups that say it in other words are left.
const kept = chosenLabel();
if (kept) {
  const says = (group: HTMLElement): boolean =>
    [...group.querySelectorAll('[role="tab"]')].some((tab) => tab.textContent.trim() === kept);
  void open(
    kept,
    allGroups().filter((group) => !says(group)),
  );
}

// One choice for all windows of the site: a page copied from here is in the language that it shows.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === storageKey(languageSyncKey()) && newValue) choose(meaningOf(newValue));
});

// A page that comes back from the browser's memory is as it was left.
window.addEventListener('pageshow', ({ persisted }) => {
  const label = chosenLabel();
  if (persisted && label) choose(label);
});
