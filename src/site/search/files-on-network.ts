/** The search's files as the browser loads them. */
import { onDemand } from '../../search/on-demand.ts';
import type { SearchFiles } from '../../search/engine.ts';
import { SEARCH_FOLDER } from '../../search/index-file.ts';
import { PAGEFIND_OPTIONS, type Pagefind } from '../../search/pagefind.ts';

/** @param base the site's base path, with slashes at both ends */
export function filesOnNetwork(base: string): SearchFiles {
  const folder = `${base}${SEARCH_FOLDER}`;
  return {
    async read(path) {
      const response = await fetch(folder + path);
      if (!response.ok) throw new Error(`${response.status} for ${folder}${path}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    pagefind: onDemand(() => loadPagefind(folder)),
  };
}

async function loadPagefind(folder: string): Promise<Pagefind> {
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as {
    createInstance(options: object): Pagefind & { init(): Promise<void> };
  };
  const pagefind = createInstance({ ...PAGEFIND_OPTIONS, basePath: folder });
  await pagefind.init();
  return pagefind;
}
