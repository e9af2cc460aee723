/**
 * The text of sections, from Pagefind's fragments: one file a page, which Pagefind wrote for its
 * own excerpts. Read as they are, they spare a reader Pagefind's WebAssembly (60 kB).
 */

/** Private-use characters by which our index step marks code in a fragment's text. */
export const CODE_START = '\uE000';
export const CODE_END = '\uE001';
/** After a line of code or a block of prose, as Pagefind turns line breaks into spaces. */
export const LINE_END = '\uE002';

/** The part of a fragment that we read; as of Pagefind 1.6. */
interface Fragment {
  readonly content: string;
  /** Ids in the page with the number of the word that they stand before. */
  readonly anchors: readonly {
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** The id under which Pagefind knows the top of a page. */
export const TOP_ID = '_top';

/** What Pagefind puts before the JSON of an uncompressed fragment. */
const SIGNATURE = 'pagefind_dcd';

/** By anchor (`''` for the top): the section's text below its heading, code between its marks. */
export type SectionTexts = ReadonlyMap<string, string>;

/**
 * Reads a fragment.
 * @param bytes the file as served, gzipped or not
 * @throws Error when it isn't one of Pagefind 1.6
 */
export async function readFragment(bytes: Uint8Array<ArrayBuffer>): Promise<SectionTexts> {
  const text = await inflated(bytes);
  if (!text.startsWith(SIGNATURE)) throw new Error('not a fragment of Pagefind 1.6');
  const { content, anchors } = JSON.parse(text.slice(SIGNATURE.length)) as Fragment;
  const words = content.split(/[^\S\uFEFF]+/);
  return new Map(
    anchors.map(({ id, text, location }, at) => {
      const first = location + text.trim().split(/\s+/).length;
      return [id === TOP_ID ? '' : id, words.slice(first, anchors[at + 1]?.location).join(' ')];
    }),
  );
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const stream = new Blob([bytes]).stream();
  return new Response(isGzip ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).text();
}
