/** The site on this machine, as `npm start` serves it: where it listens, what it says, when it stops. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { addressOf } from '../model/address.ts';
import type { Listen } from '../model/listen.ts';
import { docsOnDisk } from '../mcp/docs-on-disk.ts';
import { mcpEndpoint } from '../mcp/http.ts';
import { readBuilt } from './built.ts';
import { readHeaderRules } from './headers.ts';
import { packEndpoint } from './pack.ts';
import { listen, serve } from './serve.ts';

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
  const wanted = addressOf(process.env);
  const built = readBuilt(folder, wanted);
  const { address } = built;
  const hostnames = [wanted, address].map(({ site }) => new URL(site).hostname);
  const docs = docsOnDisk(folder);
  const mcp = mcpEndpoint(docs, [at.host, ...hostnames]);
  const pack = packEndpoint(docs);
  const rules = readHeaderRules(folder);
  const { url, close } = await serve({ ...at, ...built, folder, rules, mcp, pack });
  console.log(greeting(url, address.absolute('/')));
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
  if (builtFor !== url) {
    lines.push(
      `Built for ${builtFor}: llms.txt, twins, MCP and search name that address. To change it, build with SITE_URL.`,
    );
  }
  return ['', 'Motia knowledge base', ...lines, 'Stop with Ctrl+C.'].join('\n');
}
