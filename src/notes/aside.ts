/** Notes on a page of the site: a quiet box of ours, in which each note is a line that opens or leads to more. */
import type { BlockContent, Blockquote, PhrasingContent } from 'mdast';
import { paragraph, text } from '../markdown/index.ts';
import { wordsOf } from './quote.ts';
import type { Note } from './table.ts';

/**
 * The box: an aside with the role of a note (ARIA), so that nobody takes it for upstream's text or for a
 * landmark. The search knows the notes from their own pages.
 * @param addresses where notes are told in full, by their ids; one without an address has no link
 */
export function asideOf(
  notes: readonly Note[],
  addresses: ReadonlyMap<string, string>,
): Blockquote {
  return {
    type: 'blockquote',
    data: {
      hName: 'aside',
      hProperties: {
        role: 'note',
        ariaLabel: 'Editor’s note, not upstream’s text',
        className: ['editors-note'],
        dataPagefindIgnore: '',
      },
    },
    children: notes.map((note) => lineOf(note, addresses.get(note.id))),
  };
}

function lineOf({ title, today, status }: Note, address: string | undefined): BlockContent {
  const label = status === 'settled' ? 'Editor’s note' : 'Editor’s note, unsettled';
  const line = [strong(label), text(' '), ...wordsOf(title)];
  if (today === '') return paragraph([...line, ...linkTo(address, 'More')]);
  return {
    type: 'blockquote',
    data: { hName: 'details' },
    children: [
      { ...paragraph(line), data: { hName: 'summary' } },
      paragraph([...wordsOf(today), ...linkTo(address, 'Proof')]),
    ],
  };
}

function linkTo(address: string | undefined, words: string): PhrasingContent[] {
  return address === undefined
    ? []
    : [text(' '), { type: 'link', url: address, children: [text(words)] }];
}

const strong = (words: string): PhrasingContent => ({ type: 'strong', children: [text(words)] });
