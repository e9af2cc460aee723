/** The language that the reader chose, kept where Starlight's synced tabs keep it: as a tab's label. */
import { LANGUAGE_SYNC_KEY } from '../../languages.ts';

export const STORAGE_KEY = `starlight-synced-tabs__${LANGUAGE_SYNC_KEY}`;

/** The label of the language (`Python`), or undefined where none was chosen or nothing can be kept. */
export function chosenLabel(): string | undefined {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepLabel(label: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, label);
  } catch {
    // Without storage the choice holds for this page.
  }
}
