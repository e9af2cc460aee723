/** The search's files in a folder, for Node: command line, tests, MCP. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onDemand } from './on-demand.ts';
import type { SearchFiles } from './engine.ts';
import { SEARCH_FOLDER } from './index-file.ts';
import { PAGEFIND_OPTIONS, type Pagefind } from './pagefind.ts';

/** Reads a file of the search folder, by its path in it. */
type Read = SearchFiles['read'];

/** @param dist folder of the built site */
export function filesOnDisk(dist: string): SearchFiles {
  const folder = resolve(dist, SEARCH_FOLDER);
  const read: Read = (path) => readFile(join(folder, path));
  return { read, pagefind: onDemand(() => loadPagefind(folder, read, PAGEFIND_OPTIONS)) };
}

/**
 * Pagefind on an index in a folder.
 * @param read is asked for each file of the index
 * @param options as its `createInstance` takes them
 */
export async function loadPagefind(folder: string, read: Read, options: object): Promise<Pagefind> {
  const { createInstance } = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as {
    createInstance(options: object): Pagefind & { init(): Promise<void> };
  };
  const pagefind = createInstance({ ...options, basePath: addressOf(read) });
  await pagefind.init();
  return pagefind;
}

/** Pagefind fetches its files; under this address it gets them from a reader. */
const IN_PROCESS = 'http://search.invalid/';

/** The readers, by the number in their address. */
const readers: Read[] = [];

/** An address under which `fetch` asks the reader for files. All other addresses are left alone. */
function addressOf(read: Read): string {
  if (readers.length === 0) {
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.startsWith(IN_PROCESS)) return fetch(input, init);
      const [, number, ...path] = new URL(url).pathname.split('/');
      const reader = readers[Number(number)];
      return reader ? new Response(await reader(path.join('/'))) : Response.error();
    };
  }
  return `${IN_PROCESS}${readers.push(read) - 1}/`;
}
