/** The documentation as the browser loads it from its own site. */
import type { PagesJson } from '../../llms/pages-json.ts';
import type { Docs } from '../../mcp/docs.ts';
import { onDemand } from '../../search/on-demand.ts';
import { openSearch } from '../../search/engine.ts';
import { filesOnNetwork } from '../search/files-on-network.ts';

/** Characters of a token, about: what it takes to count them is larger than these docs. */
const CHARACTERS_PER_TOKEN = 3.5;

/**
 * Loads the facts; texts and the search index are loaded when a tool needs them.
 * @param base the site's base path, with slashes at both ends
 */
export async function docsOnNetwork(base: string): Promise<Docs> {
  const load = async (route: string) => {
    const response = await fetch(base + route.slice(1));
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    return response;
  };
  const facts = (await (await load('/pages.json')).json()) as PagesJson;
  return {
    facts,
    search: onDemand(() => openSearch(filesOnNetwork(base), base)),
    read: async (route) => (await load(route)).text(),
    countTokens: (text) => Math.ceil(text.length / CHARACTERS_PER_TOKEN),
  };
}
