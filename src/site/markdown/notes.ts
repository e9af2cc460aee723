/** remark plugin: the editor's notes on each page. */
import { relative, resolve, sep } from 'node:path';
import type { Root } from 'mdast';
import { routeOfFile } from '../../model/routes.ts';
import { asideOf } from '../../notes/aside.ts';
import { placeNotes } from '../../notes/place.ts';
import type { Note } from '../../notes/table.ts';

/** What Astro tells a plugin of its page. */
interface Page {
  readonly path?: string;
  readonly value: unknown;
}

/** Runs after the headings have their ids and before links are mended. */
export function remarkNotes(notes: readonly Note[], folder = 'content') {
  return () =>
    (tree: Root, { path = '', value }: Page): void => {
      const route = routeOfFile(relative(resolve(folder), path).split(sep).join('/'));
      placeNotes({ tree, mdx: String(value) }, notes, route, asideOf);
    };
}
