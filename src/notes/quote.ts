/** Notes in a page's Markdown: a block quote that says that it is ours. */
import type { Blockquote, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { paragraph, text } from '../markdown/index.ts';
import type { Note } from './table.ts';

/** One paragraph for each note, its title alone where nothing follows: `> **Editor’s note (not upstream’s text): Title.** What holds.` */
export function quoteOf(notes: readonly Note[]): Blockquote {
  return {
    type: 'blockquote',
    children: notes.map(({ title, today, status }) => {
      const mark = status === 'settled' ? '' : ', unsettled';
      const label = text(`Editor’s note (not upstream’s text${mark}): `);
      const told = today === '' ? [] : [text(' '), ...wordsOf(today)];
      return paragraph([
        { type: 'strong', children: [label, ...wordsOf(title), text('.')] },
        ...told,
      ]);
    }),
  };
}

/** One paragraph of Markdown as nodes. */
export function wordsOf(markdown: string): PhrasingContent[] {
  return fromMarkdown(markdown).children.flatMap((block) =>
    block.type === 'paragraph' ? block.children : [],
  );
}
