/** Do the pages still say what the notes say against them? */
import { locate, type Page } from './place.ts';
import type { NoteGroup } from './table.ts';

/** A page by its route. */
export type PageOf = (route: string) => Page | undefined;

/** What no page says any more, one line each, with the way out. */
export function fallenClaims(groups: readonly NoteGroup[], pageOf: PageOf): string[] {
  return groups
    .flatMap(({ notes }) => notes)
    .flatMap(({ id, places }) =>
      places.flatMap((place) => {
        const { page: route, heading, claim } = place;
        const page = pageOf(route);
        const fault = !page
          ? 'there is no such page'
          : !locate(page, place) &&
            `${JSON.stringify(heading)} does not say ${JSON.stringify(claim)}`;
        const out = `mend or take out this place of ${id} in content/_source/notes.yaml`;
        return fault ? [`${route}: ${fault}: ${out}`] : [];
      }),
    );
}
