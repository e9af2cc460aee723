/** What is asked for, as the address says it: `?q=retries&section=guides`. */
import { LANGUAGES, type Language, type LanguageId } from '../../model/languages.ts';
import { chosenLabel } from '../client/chosen-language.ts';
import { MARKS } from './arriving.ts';

/** A search that can be shared. */
export interface Asked {
  readonly q: string;
  /** Slug of a section of the site. */
  readonly section?: string | undefined;
  readonly language?: LanguageId | undefined;
}

export function readAsked(): Asked {
  const parameters = new URLSearchParams(location.search);
  return {
    q: parameters.get('q') ?? '',
    section: parameters.get('section') || undefined,
    language: languageOf(parameters.get('language')),
  };
}

export function languageOf(id: unknown): LanguageId | undefined {
  return LANGUAGES.find((language) => language.id === id)?.id;
}

/** The language that the reader chose for code, on any page. */
export function preferredLanguage(): Language | undefined {
  const label = chosenLabel();
  return LANGUAGES.find((language) => language.label === label);
}

/** Writes what is asked for into the address, without a new entry in the history. */
export function writeAsked({ q, section, language }: Asked): void {
  const url = new URL(location.href);
  const wanted = { q, section, language };
  for (const [name, value] of Object.entries(wanted)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.replaceState(history.state, '', url);
}

/** What a search tells the page that it leads to. */
export interface Marks {
  /** Stems of the words to mark. */
  readonly stems: readonly string[];
  readonly language: LanguageId | undefined;
}

/** The address of a hit, with what its page needs to mark words and open tabs. */
export function withMarks(href: string, { stems, language }: Marks): string {
  const url = new URL(href, location.href);
  url.searchParams.set(MARKS, stems.join(' '));
  if (language) url.searchParams.set('language', language);
  return url.href;
}

/** Takes from the address what a search told this page: a copied address is the page's own. */
export function takeMarks(): Marks {
  const url = new URL(location.href);
  const stems = (url.searchParams.get(MARKS) ?? '').split(' ').filter(Boolean);
  const language = languageOf(url.searchParams.get('language'));
  url.searchParams.delete(MARKS);
  url.searchParams.delete('language');
  history.replaceState(history.state, '', url);
  return { stems, language };
}
