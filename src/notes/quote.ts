/** Notes in a page's Markdown: a block quote that says that it is ours. */
import type { Blockquote, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { paragraph, text } from '../markdown/index.ts';
import type { Note } from './table.ts';

const LABEL = 'Editor’s note (not upstream’s text';

/** One paragraph for each note, its title alone where nothing follows: `> **Editor’s note (not upstream’s text): Title.** What holds.` */
export function quoteOf(notes: readonly Note[]): Blockquote {
  return {
    type: 'blockquote',
    children: notes.map(({ title, today, status }) => {
      const mark = status === 'settled' ? '' : ', unsettled';
      const label = text(`${LABEL}${mark}): `);
      const told = today === '' ? [] : [text(' '), ...wordsOf(today)];
      return paragraph([
        { type: 'strong', children: [label, ...wordsOf(title), text('.')] },
        ...told,
      ]);
    }),
  };
}

/**
 * What is said of the code above: `> **Editor’s note (not upstream’s text):** The words.`
 * @param words plain, but for code between backticks: a compiler's words are no Markdown
 */
export function quoteOfWords(words: string): Blockquote {
  const said = words
    .split('`')
    .map((value, index): PhrasingContent => ({ type: index % 2 ? 'inlineCode' : 'text', value }));
  const label: PhrasingContent = { type: 'strong', children: [text(`${LABEL}):`)] };
  return { type: 'blockquote', children: [paragraph([label, text(' '), ...said, text('.')])] };
}

/** One paragraph of Markdown as nodes. */
export function wordsOf(markdown: string): PhrasingContent[] {
  return fromMarkdown(markdown).children.flatMap((block) =>
    block.type === 'paragraph' ? block.children : [],
  );
}
