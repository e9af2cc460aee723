/** Notes on a page of the site: one quiet box of ours, in which each note is a line that opens. */
import type { Blockquote, PhrasingContent } from 'mdast';
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

function lineOf({ title, today, status }: Note, address: string | undefined): Blockquote {
  const label = status === 'settled' ? 'Editor’s note' : 'Editor’s note, unsettled';
  const proof: PhrasingContent[] =
    address === undefined
      ? []
      : [text(' '), { type: 'link', url: address, children: [text('Proof')] }];
  return {
    type: 'blockquote',
    data: { hName: 'details' },
    children: [
      {
        ...paragraph([{ type: 'strong', children: [text(label)] }, text(' '), ...wordsOf(title)]),
        data: { hName: 'summary' },
      },
      paragraph([...wordsOf(today), ...proof]),
    ],
  };
}
