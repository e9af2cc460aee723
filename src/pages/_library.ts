/** What all endpoints gather: the library, read once a build (and anew on each request of `npm run dev`). */
import type { Library } from '../llms/library.ts';
import { readLibrary } from '../content/read-library.ts';

let built: Library | undefined;

/** The library of `content/`. */
export function library(): Library {
  if (import.meta.env.DEV) return readLibrary();
  return (built ??= readLibrary());
}
