/**
 * The programming languages in which the docs say things, defined once: tab labels, fence names,
 * sync key, file endings of bundles and twins.
 */

/** One language: `id` in URLs and options, `label` in lists, `fences` and `aliases` as scrapes spell it. */
export interface Language {
  readonly id: 'typescript' | 'javascript' | 'python';
  readonly label: string;
  /** Info-string words of fenced code in this language. */
  readonly fences: readonly string[];
  /** Tab values (lower case) that mean this language in some scrape. */
  readonly aliases: readonly string[];
}

/** What names a language in addresses and options. */
export type LanguageId = Language['id'];

/** The one sync key of every language tab group: a choice on one page holds on all. */
export const LANGUAGE_SYNC_KEY = 'language';

/** What who says nothing gets. */
export const DEFAULT_LANGUAGE: Language = {
  id: 'typescript',
  label: 'TypeScript',
  fences: ['typescript', 'ts', 'tsx'],
  aliases: ['typescript', 'ts', 'tsx', 'node / typescript', 'node.js / typescript'],
};

/** All languages, in the order in which tabs, bundles and filters list them. */
export const LANGUAGES: readonly Language[] = [
  DEFAULT_LANGUAGE,
  {
    id: 'javascript',
    label: 'JavaScript',
    fences: ['javascript', 'js', 'jsx', 'mjs'],
    aliases: ['javascript', 'js', 'jsx', 'node / javascript', 'node.js / javascript'],
  },
  {
    id: 'python',
    label: 'Python',
    fences: ['python', 'py'],
    aliases: ['python', 'py', 'python 3'],
  },
];

/**
 * The language that a tab label means, or undefined: `'TS'` → TypeScript. A label is shown as it is
 * written; what it means decides which tabs a choice opens.
 */
export function languageOfTab(label: string): Language | undefined {
  const wanted = label.trim().toLowerCase();
  return LANGUAGES.find((language) => language.aliases.includes(wanted));
}

/** The language of a fence's info word, or undefined: `'tsx'` → TypeScript. */
export function languageOfFence(fence: string | null | undefined): Language | undefined {
  const wanted = (fence ?? '').toLowerCase();
  return LANGUAGES.find((language) => language.fences.includes(wanted));
}
