/** Makes Pagefind's index of the text of all pages. */
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { FoundPage } from './index-pages.ts';
import { pagefindPage } from './pagefind-page.ts';

/** A file of the index: its path in the search folder. */
export interface IndexedFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Pagefind's files, and by route the one that holds the page's text. */
export interface IndexedText {
  readonly files: readonly IndexedFile[];
  readonly fragments: ReadonlyMap<string, string>;
}

/** Beyond letters and digits, what is part of a word: `$HOME`, `REDIS_URL`, `motia@latest`. */
const WORD_CHARACTERS = '_$@';

/** What Pagefind brings along for user interfaces that we don't use. */
const UNUSED = /-(ui|worker|highlight)\.(js|css)$|wasm\.unknown/;

/** @throws Error with Pagefind's words when it refuses a page */
export async function indexText(pages: readonly FoundPage[]): Promise<IndexedText> {
  const { index, errors } = await createIndex({ includeCharacters: WORD_CHARACTERS });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const page of pages) {
    const added = await index.addHTMLFile({ url: page.route, content: pagefindPage(page) });
    if (added.errors.length > 0) {
      throw new Error(`Pagefind, ${page.route}: ${added.errors.join('; ')}`);
    }
  }
  const { files, errors: unwritten } = await index.getFiles();
  await close();
  if (unwritten.length > 0) throw new Error(`Pagefind: ${unwritten.join('; ')}`);
  const fragments = files.filter(({ path }) => path.startsWith('fragment/'));
  return {
    files: files.filter(({ path }) => !UNUSED.test(path)),
    fragments: new Map(fragments.map((file) => [routeOf(file), file.path])),
  };
}

function routeOf({ content }: IndexedFile): string {
  const json = gunzipSync(content)
    .toString()
    .replace(/^pagefind_dcd/, '');
  return (JSON.parse(json) as { url: string }).url;
}
