/** The facts we have about the scrape's pictures, from `content/_source/images.json`. */
import { readFileSync } from 'node:fs';

/** One picture: where it is published, and its size in pixels and bytes where that is known. */
export interface Picture {
  readonly url: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly bytes: number | undefined;
  /** An animation, which loads only when the reader asks. */
  readonly animated: boolean;
}

/** What the table says of a picture; null is unknown. */
export interface ImageFacts {
  readonly upstream: string;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** Facts by key, which is the picture's path upstream and in the local folder: `img/todo-react.png`. */
export type ImageTable = Readonly<Record<string, ImageFacts>>;

/**
 * The picture that a page's `src` names: a key of the table, or an absolute address.
 * Undefined when it is neither.
 */
export function pictureOf(src: string, table: ImageTable): Picture | undefined {
  const facts = Object.hasOwn(table, src) ? table[src] : undefined;
  const url = facts?.upstream ?? src;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return undefined;
  return {
    url,
    width: facts?.width ?? undefined,
    height: facts?.height ?? undefined,
    bytes: facts?.bytes ?? undefined,
    animated: isAnimation(new URL(url).pathname),
  };
}

/** Does this path or key name an animation, which loads only when it is asked for? */
export function isAnimation(path: string): boolean {
  return /\.gif$/i.test(path);
}

/** The committed table (relative to the working directory). */
export function readImageTable(file = 'content/_source/images.json'): ImageTable {
  return JSON.parse(readFileSync(file, 'utf8')) as ImageTable;
}

/** A size for people: `3423981` → `3.4 MB`. */
export function readableBytes(bytes: number): string {
  const megabytes = bytes / 1e6;
  return megabytes < 1
    ? `${Math.max(1, Math.round(bytes / 1e3))} kB`
    : `${megabytes.toFixed(1)} MB`;
}
