/** remark plugin: the editor's notes on each page, and their lists on the pages that are for them. */
import type { Root } from 'mdast';
import { readLibrary } from '../../content/read-library.ts';
import { readNotes } from '../../content/read-notes.ts';
import { routeOfFile } from '../../model/routes.ts';
import { asideOf } from '../../notes/aside.ts';
import { addressesOf, NOTES_ROUTE } from '../../notes/list.ts';
import { mentionsOn } from '../../notes/mentions.ts';
import { placeNotes } from '../../notes/place.ts';
import type { Note } from '../../notes/table.ts';
import { lacking, samplesOfPage } from '../samples.ts';
import { pageOfFile } from './samples.ts';

/** What Astro tells a plugin of its page. */
interface Page {
  readonly path: string;
  readonly value: unknown;
}

/** Runs after the headings have their ids and before links are mended. */
export function remarkNotes() {
  const groups = readNotes();
  const notes = groups.flatMap((group) => group.notes);
  const addresses = addressesOf(groups);
  const library = readLibrary();
  return () =>
    (tree: Root, { path, value }: Page): void => {
      const file = pageOfFile(path);
      const route = routeOfFile(file);
      const page = { tree, mdx: String(value) };
      const samples = samplesOfPage(file);
      const named = mentionsOn(page, file, lacking, (ordinal) => samples.has(ordinal));
      // The proof is linked where a page tells a note first: links make the text of long pages longer.
      const untold = new Map(addresses);
      const asideOnce = (own: readonly Note[]) => {
        const aside = asideOf(own, untold);
        for (const { id } of own) untold.delete(id);
        return aside;
      };
      placeNotes(page, notes, route, asideOnce, named);
      const list = library.notesOn(route);
      if (route === NOTES_ROUTE) tree.children.push(...list);
      // Told to the search once, by the page that names them all.
      else if (list.length > 0) {
        const data = { hName: 'div', hProperties: { dataPagefindIgnore: '' } };
        tree.children.push({ type: 'blockquote', data, children: list as never });
      }
    };
}
