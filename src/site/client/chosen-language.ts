/** The language that the reader chose, kept where Starlight's synced tabs keep it: as a tab's label. */

/** Where Starlight keeps the label of the tab that is open in groups with this sync key. */
export function storageKey(syncKey: string): string {
  return `starlight-synced-tabs__${syncKey}`;
}

/** The sync key of language tabs, as the list in the header has it: the page needs no table for it. */
export function languageSyncKey(): string {
  const list = document.querySelector<HTMLElement>('[data-language-choice]');
  return list?.dataset['languageChoice'] ?? '';
}

/** The label of the language (`Python`), or undefined where none was chosen or nothing can be kept. */
export function chosenLabel(): string | undefined {
  try {
    return localStorage.getItem(storageKey(languageSyncKey())) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice for the next visit, by the label that tabs have for it. */
export function keepLabel(label: string): void {
  try {
    localStorage.setItem(storageKey(languageSyncKey()), label);
  } catch {
    // Without storage the choice holds for this page.
  }
}
