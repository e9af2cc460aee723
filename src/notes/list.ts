/**
 * The lists of all notes: what the pages say, what holds, and what proves it. In one file, and as pages
 * of the site: one that counts and names them, and one for each group.
 */
import { slug } from 'github-slugger';
import type { Heading, List, PhrasingContent, RootContent, Table } from 'mdast';
import { paragraph, text } from '../markdown/index.ts';
import { locate, type Page } from './place.ts';
import { wordsOf } from './quote.ts';
import type { Note, NoteGroup, Proof } from './table.ts';

/** A page and what it is called. */
export interface TitledPage extends Page {
  readonly title: string;
}

type PageOf = (route: string) => TitledPage | undefined;

/** Where the page is that counts the notes and names them all. */
export const NOTES_ROUTE = '/editors-notes/';

/** Where the page of a group is. */
export const routeOfGroup = (label: string): string => `${NOTES_ROUTE}${slug(label)}/`;

/** Where each note is told in full, by its id: `/editors-notes/steps-and-triggers/#raw-body`. */
export function addressesOf(groups: readonly NoteGroup[]): ReadonlyMap<string, string> {
  return new Map(
    groups.flatMap(({ label, notes }) =>
      notes.map(({ id }) => [id, `${routeOfGroup(label)}#${id}`] as const),
    ),
  );
}

/**
 * The notes group by group, after a table that counts them. A place whose claim is gone (another
 * scrape) is left out, and so is a note without any.
 */
export function listOf(groups: readonly NoteGroup[], pageOf: PageOf): RootContent[] {
  const shown = shownOf(groups, pageOf);
  return [
    countsOf(shown, ({ label }) => text(label)),
    ...shown.flatMap((group) => [
      heading(2, [text(group.label)], slug(group.label)),
      ...group.notes.flatMap((note) => noteBlocks(note, 3, pageOf)),
    ]),
  ];
}

/**
 * What stands on a page of the site that is for the notes; empty for every other page.
 * @param linksOncePerPage a long address repeated for each place would be half of the text
 */
export function listOn(
  route: string,
  groups: readonly NoteGroup[],
  pageOf: PageOf,
  linksOncePerPage = false,
): RootContent[] {
  const shown = shownOf(groups, pageOf);
  if (route === NOTES_ROUTE) return overviewOf(shown);
  const isHere = ({ label }: NoteGroup): boolean => routeOfGroup(label) === route;
  const told = shown.find(isHere)?.notes ?? [];
  const fallen = groups.find(isHere)?.notes.filter((note) => !told.includes(note)) ?? [];
  return [
    ...told.flatMap((note) => noteBlocks(note, 2, pageOf, linksOncePerPage)),
    ...fallenBlocks(fallen),
  ];
}

/** Notes on what no page says any more: their addresses still lead to a line that says so. */
function fallenBlocks(notes: readonly Note[]): RootContent[] {
  if (notes.length === 0) return [];
  const children = notes.map(({ id, title }): List['children'][number] => ({
    type: 'listItem',
    spread: false,
    data: { hProperties: { id } },
    children: [paragraph(wordsOf(title))],
  }));
  return [
    heading(2, [text('No page says this any more')], 'gone'),
    { type: 'list', ordered: false, spread: false, children },
  ];
}

function overviewOf(groups: readonly NoteGroup[]): RootContent[] {
  const addresses = addressesOf(groups);
  return [
    countsOf(groups, ({ label }) => link(routeOfGroup(label), [text(label)])),
    ...groups.flatMap(({ label, notes }): RootContent[] => [
      heading(2, [text(label)], slug(label)),
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: notes.map(({ id, title, status }) => {
          const line = [link(addresses.get(id) ?? '', wordsOf(title))];
          const mark = status === 'settled' ? [] : [text(' (unsettled)')];
          return { type: 'listItem', spread: false, children: [paragraph([...line, ...mark])] };
        }),
      },
    ]),
  ];
}

/** The groups with the notes of which a claim still stands somewhere. */
export function shownOf(groups: readonly NoteGroup[], pageOf: PageOf): NoteGroup[] {
  return groups
    .map(({ label, notes }) => ({
      label,
      notes: notes.filter((note) => placesOf(note, pageOf).length > 0),
    }))
    .filter(({ notes }) => notes.length > 0);
}

function noteBlocks(
  note: Note,
  depth: 2 | 3,
  pageOf: PageOf,
  linksOncePerPage = false,
): RootContent[] {
  const { id, title, today, status, proof } = note;
  const places = placesOf(note, pageOf, linksOncePerPage);
  const mark: PhrasingContent[] = status === 'settled' ? [] : [strong('Unsettled.'), text(' ')];
  return [
    heading(depth, wordsOf(title), id),
    paragraph([...mark, ...wordsOf(today)]),
    { type: 'list', ordered: false, spread: false, children: places },
    paragraph([strong('Proof:'), text(' '), ...inWords(proof, pageOf), text('.')]),
  ];
}

function placesOf({ places }: Note, pageOf: PageOf, linksOncePerPage = false): List['children'] {
  return places.flatMap((place, index) => {
    const page = pageOf(place.page);
    const found = page && locate(page, place);
    if (!page || !found) return [];
    const where = [page.title, place.heading].filter(Boolean).join(' › ');
    const url = found.anchor ? `${place.page}#${found.anchor}` : place.page;
    const isLinked =
      linksOncePerPage && places.slice(0, index).some((it) => it.page === place.page);
    const name = isLinked ? text(where) : link(url, [text(where)]);
    const line = paragraph([name, text(': '), code(place.claim)]);
    return [{ type: 'listItem', spread: false, children: [line] }];
  });
}

function countsOf(
  groups: readonly NoteGroup[],
  nameOf: (group: NoteGroup) => PhrasingContent,
): Table {
  const row = (name: PhrasingContent, cells: readonly string[]): Table['children'][number] => ({
    type: 'tableRow',
    children: [name, ...cells.map(text)].map((cell) => ({ type: 'tableCell', children: [cell] })),
  });
  const counts = (notes: readonly Note[]) => {
    const settled = notes.filter(({ status }) => status === 'settled').length;
    return [settled, notes.length - settled, notes.length].map(String);
  };
  return {
    type: 'table',
    align: [null, 'right', 'right', 'right'],
    children: [
      row(text('About'), ['Settled', 'Unsettled', 'All']),
      ...groups.map((group) => row(nameOf(group), counts(group.notes))),
      row(text('All'), counts(groups.flatMap(({ notes }) => notes))),
    ],
  };
}

/** What proves a note, in words: "the types of `motia` 1.0.0-rc.26; …". */
function inWords(proof: readonly Proof[], pageOf: PageOf): PhrasingContent[] {
  const versions = new Set(proof.flatMap((one) => ('types' in one ? one.types.versions : [])));
  const types =
    versions.size > 0 ? [[text(`type checks against motia ${list([...versions])}`)]] : [];
  const others = proof.flatMap((one) => {
    if ('types' in one) return [];
    if ('cli' in one) return [saying(code(`motia ${one.cli.command}`), one.cli)];
    if ('ships' in one) return [saying(code(one.ships.file), one.ships)];
    const { page, says } = one.pages;
    return [[link(page, [text(pageOf(page)?.title ?? page)]), text(' says '), quoted(says)]];
  });
  return [...types, ...others].flatMap((words, index) =>
    index > 0 ? [text('; '), ...words] : words,
  );
}

function saying(
  who: PhrasingContent,
  {
    says,
    lacks,
    versions,
  }: { says?: string | undefined; lacks?: string | undefined; versions: string[] },
): PhrasingContent[] {
  const verb = says === undefined ? ' does not say ' : ' says ';
  return [who, text(` of ${list(versions)}${verb}`), quoted(says ?? lacks ?? '')];
}

/** The first line of a text, as code. */
function quoted(said: string): PhrasingContent {
  const [first = '', ...more] = said.trim().split('\n');
  return code(more.length > 0 ? `${first} …` : first);
}

const list = (names: readonly string[]): string => names.join(' and ');
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
const link = (url: string, children: PhrasingContent[]): PhrasingContent => ({
  type: 'link',
  url,
  children,
});
const strong = (words: string): PhrasingContent => ({ type: 'strong', children: [text(words)] });

function heading(depth: 2 | 3, children: PhrasingContent[], id: string): Heading {
  return { type: 'heading', depth, children, data: { hProperties: { id } } };
}
