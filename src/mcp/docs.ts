/** The documentation as the tools for agents see it: facts, texts and search of a built site. */
import type { LanguageId } from '../model/languages.ts';
import type { PageFacts, PagesJson, SectionFacts } from '../llms/pages-json.ts';
import type { Search } from '../search/engine.ts';

/** A built site, wherever its files are: in a folder, or behind the browser's network. */
export interface Docs {
  /** `/pages.json`. */
  readonly facts: PagesJson;
  search(): Promise<Search>;
  /** The text of an exported file, by its route below the base: `/concepts/steps.python.md`. */
  read(route: string): Promise<string>;
  /** How much of a model's context a text takes. */
  countTokens(text: string): number;
}

/** A page, or a section's landing page that is only a list. */
export type Place = PageFacts | SectionFacts;

/** An answer for an agent: to read, and as a value. */
export interface Reply<Value> {
  readonly text: string;
  readonly value: Value;
}

/** The site's base path, with slashes at both ends, and its origin. */
export function addressOf({ pages }: PagesJson): { origin: string; base: string } {
  const { url = 'http://localhost/', route = '/' } = pages[0] ?? {};
  const { origin, pathname } = new URL(url);
  return { origin, base: pathname.slice(0, pathname.length - route.length + 1) };
}

/** A place as agents name it: its route, with the anchor where one is meant. */
export function idOf(route: string, anchor: string): string {
  return anchor === '' ? route : `${route}#${anchor}`;
}

/** The languages in which a place can be had alone; a list has none. */
export function languagesOf(place: Place): readonly LanguageId[] {
  return 'languages' in place ? place.languages : [];
}

/** What a place is called. */
export function titleOf(place: Place): string {
  return 'title' in place ? place.title : place.label;
}
