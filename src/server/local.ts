/** The site on this machine, as `npm start` serves it: where it listens, what it says, when it stops. */
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { address } from '../settings.ts';
import type { Listen } from '../model/listen.ts';
import { addressOf } from '../mcp/docs.ts';
import { docsOnDisk } from '../mcp/docs-on-disk.ts';
import { mcpEndpoint } from '../mcp/http.ts';
import { readManifest, readRoutes } from '../content/read-routes.ts';
import { readHeaderRules } from './headers.ts';
import { redirectsOf } from '../model/redirects.ts';
import { listen, serve } from './serve.ts';
import { readSite } from './site.ts';

/** Fails as serving would, before a build is made for nothing. */
export async function refuseTakenPort(at: Listen): Promise<void> {
  const server = createServer();
  await listen(server, at);
  server.close();
  await once(server, 'close');
}

/**
 * Serves a built site until SIGINT or SIGTERM (to npm, if that started us), and says where.
 * @throws Error when there is no build, when it is for another base path, or when the port is taken.
 */
export async function serveUntilStopped(folder: string, at: Listen): Promise<void> {
  if (!existsSync(`${folder}/index.html`)) {
    throw new Error(`${folder}/ holds no built site: run "npm run build" first`);
  }
  const site = readSite(folder, redirectsOf(readManifest()));
  const docs = docsOnDisk(folder);
  const built = addressOf(docs.facts);
  if (built.base !== address.base) {
    throw new Error(
      `${folder}/ was built for the base path ${built.base}, not ${address.base}: set BASE_PATH=${built.base}, or build it again`,
    );
  }
  const hostnames = [address.site, built.origin].map((origin) => new URL(origin).hostname);
  const mcp = mcpEndpoint(docs, [at.host, ...hostnames]);
  const { pages } = readRoutes();
  const rules = readHeaderRules(folder);
  const { url, close } = await serve({ ...at, folder, site, rules, address, pages, mcp });
  console.log(greeting(url, built.origin + built.base));
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), npmStopped()]);
  await close();
}

const startedBy = process.ppid;

/** The shell between npm and us dies of a signal without passing it on, and we would serve for ever. */
async function npmStopped(): Promise<void> {
  const underNpm = process.env['npm_lifecycle_event'] !== undefined;
  while (!underNpm || process.ppid === startedBy) await setTimeout(500, undefined, { ref: false });
}

function greeting(url: string, builtFor: string): string {
  const places = {
    site: url,
    search: `${url} (press / on any page)`,
    'llms.txt': `${url}llms.txt`,
    MCP: `${url}mcp`,
  };
  const lines = Object.entries(places).map(([name, place]) => `  ${name.padEnd(10)}${place}`);
  if (builtFor !== url) lines.push(`Built for ${builtFor}, which llms.txt and other exports name.`);
  return ['', 'Motia knowledge base', ...lines, 'Stop with Ctrl+C.'].join('\n');
}
