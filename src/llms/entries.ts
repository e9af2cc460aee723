/** Lists of links in the grammar of llms.txt: `- [title](address): what it answers`. */
import type { ListItem } from 'mdast';
import { paragraph, stringify, text } from '../markdown/index.ts';
import type { PageRoute } from '../model/routes.ts';
import type { Library } from './library.ts';

/** One line of a list. */
export interface Entry {
  readonly title: string;
  /** Absolute. */
  readonly url: string;
  readonly note: string;
}

/** A page's line: `- [Steps](https://…/concepts/steps.md): One primitive for … (7650 tokens)`. */
export function pageEntry(library: Library, page: PageRoute): Entry {
  const { tokens } = library.twin(page);
  const note = [page.description, `(${tokens} tokens)`].filter(Boolean).join(' ');
  return { title: page.title, url: page.markdownUrl, note };
}

/** A link to a page's twin, to stand in a line of Markdown: `[Steps](https://…/concepts/steps.md)`. */
export function linkTo({ title, markdownUrl }: PageRoute): string {
  return stringify([paragraph([{ type: 'link', url: markdownUrl, children: [text(title)] }])]);
}

/** The lines as Markdown; titles and notes are plain text. */
export function listEntries(entries: readonly Entry[]): string {
  const children = entries.map(listItem);
  return stringify([{ type: 'list', ordered: false, spread: false, children }]);
}

function listItem({ title, url, note }: Entry): ListItem {
  const words = paragraph([
    { type: 'link', url, children: [text(title)] },
    text(`: ${note.replaceAll(/\s+/g, ' ')}`),
  ]);
  return { type: 'listItem', spread: false, children: [words] };
}
