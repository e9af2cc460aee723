/** Notes on a page of the site: one quiet box of ours, in which each note is a line that opens. */
import type { Blockquote, PhrasingContent } from 'mdast';
import { paragraph, text } from '../markdown/index.ts';
import { wordsOf } from './quote.ts';
import type { Note } from './table.ts';

/** The box: a note (ARIA), so that nobody takes it for upstream's text or for a landmark. */
export function asideOf(notes: readonly Note[]): Blockquote {
  return {
    type: 'blockquote',
    data: {
      hName: 'div',
      hProperties: { role: 'note', ariaLabel: 'Editor’s note', className: ['editors-note'] },
    },
    children: notes.map(lineOf),
  };
}

function lineOf({ title, today, status }: Note): Blockquote {
  const label = status === 'settled' ? 'Editor’s note' : 'Editor’s note, unsettled';
  return {
    type: 'blockquote',
    data: { hName: 'details' },
    children: [
      { ...paragraph([marked(label), text(' '), ...wordsOf(title)]), data: { hName: 'summary' } },
      paragraph(wordsOf(today)),
    ],
  };
}

/** A label that readers see and the search leaves alone. */
function marked(label: string): PhrasingContent {
  return {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { dataPagefindIgnore: '' } },
    children: [text(label)],
  };
}
