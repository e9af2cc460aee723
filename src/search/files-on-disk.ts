/** The search's files in a folder, for Node: command line, tests, MCP. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SearchFiles } from './engine.ts';
import { SEARCH_FOLDER } from './index-file.ts';
import { PAGEFIND_OPTIONS, type Pagefind } from './pagefind.ts';

/** Pagefind asks for its files over HTTP; from this address it gets them from the folder. */
const IN_PROCESS = 'http://search.invalid/';

/** @param dist folder of the built site */
export function filesOnDisk(dist: string): SearchFiles {
  const folder = resolve(dist, SEARCH_FOLDER);
  let pagefind: Promise<Pagefind> | undefined;
  return {
    read: (path) => readFile(join(folder, path)),
    pagefind: () => (pagefind ??= loadPagefind(folder)),
  };
}

async function loadPagefind(folder: string): Promise<Pagefind> {
  answerFrom(folder);
  const { createInstance } = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as {
    createInstance(options: object): Pagefind & { init(): Promise<void> };
  };
  const pagefind = createInstance({ ...PAGEFIND_OPTIONS, basePath: IN_PROCESS });
  await pagefind.init();
  return pagefind;
}

/** Lets `fetch` answer the in-process address from a folder, and leaves all others alone. */
function answerFrom(folder: string): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!url.startsWith(IN_PROCESS)) return fetch(input, init);
    return new Response(await readFile(join(folder, new URL(url).pathname)));
  };
}
