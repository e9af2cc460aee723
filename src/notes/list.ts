/** The list of all notes: what the pages say, what holds, and what proves it. */
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

/**
 * The notes group by group, after a table that counts them. A place whose claim is gone (another
 * scrape) is left out, and so is a note without any.
 */
export function listOf(groups: readonly NoteGroup[], pageOf: PageOf): RootContent[] {
  const shown = groups
    .map(({ label, notes }) => ({
      label,
      notes: notes.flatMap((note) => {
        const places = placesOf(note, pageOf);
        return places.length > 0 ? [{ note, places }] : [];
      }),
    }))
    .filter(({ notes }) => notes.length > 0);
  return [
    countsOf(shown.map(({ label, notes }) => ({ label, notes: notes.map(({ note }) => note) }))),
    ...shown.flatMap(({ label, notes }) => [
      heading(2, [text(label)], slug(label)),
      ...notes.flatMap(({ note, places }) => noteBlocks(note, places, pageOf)),
    ]),
  ];
}

function noteBlocks(
  { id, title, today, status, proof }: Note,
  places: List['children'],
  pageOf: PageOf,
): RootContent[] {
  const mark: PhrasingContent[] = status === 'settled' ? [] : [strong('Unsettled.'), text(' ')];
  return [
    heading(3, wordsOf(title), id),
    paragraph([...mark, ...wordsOf(today)]),
    { type: 'list', ordered: false, spread: false, children: places },
    paragraph([strong('Proof:'), text(' '), ...inWords(proof, pageOf), text('.')]),
  ];
}

function placesOf({ places }: Note, pageOf: PageOf): List['children'] {
  return places.flatMap((place) => {
    const page = pageOf(place.page);
    const found = page && locate(page, place);
    if (!page || !found) return [];
    const where = [page.title, place.heading].filter(Boolean).join(' › ');
    const url = found.anchor ? `${place.page}#${found.anchor}` : place.page;
    const line = paragraph([link(url, where), text(': '), code(place.claim)]);
    return [{ type: 'listItem', spread: false, children: [line] }];
  });
}

function countsOf(groups: readonly NoteGroup[]): Table {
  const row = (cells: readonly string[]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
  });
  const counts = (notes: readonly Note[]) => {
    const settled = notes.filter(({ status }) => status === 'settled').length;
    return [settled, notes.length - settled, notes.length].map(String);
  };
  return {
    type: 'table',
    align: [null, 'right', 'right', 'right'],
    children: [
      row(['About', 'Settled', 'Unsettled', 'All']),
      ...groups.map(({ label, notes }) => row([label, ...counts(notes)])),
      row(['All', ...counts(groups.flatMap(({ notes }) => notes))]),
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
    return [[link(page, pageOf(page)?.title ?? page), text(' says '), quoted(says)]];
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
const link = (url: string, words: string): PhrasingContent => ({
  type: 'link',
  url,
  children: [text(words)],
});
const strong = (words: string): PhrasingContent => ({ type: 'strong', children: [text(words)] });

function heading(depth: 2 | 3, children: PhrasingContent[], id: string): Heading {
  return { type: 'heading', depth, children, data: { hProperties: { id } } };
}
