/** `/editors-notes.txt`: what these docs get wrong, in one file. */
import type { Library } from './library.ts';

/** Where it is served. */
export const NOTES_FILE = '/editors-notes.txt';

/** All notes with their counts, after what they are. */
export function notesTxt(library: Library): string {
  const { scrape, address } = library;
  const intro = [
    '# What these docs get wrong',
    `> Editor’s notes on Motia’s documentation as scraped from ${scrape.upstream}: where its pages are out of date or disagree, what holds, and the proof. Unofficial. All pages: ${address.absolute('/llms.txt')}`,
    'Settled: the published packages decide it. Unsettled: they do not, and the note says both sides. The same notes stand on the pages, below what they are about.',
  ];
  return `${[...intro, library.notes()].join('\n\n')}\n`;
}
