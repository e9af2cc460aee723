/** The two sites that the benches compare, built and served in the same run: ours and stock Starlight. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../src/model/address.ts';
import { precompress } from '../src/server/precompress.ts';
import { serve, type RunningServer } from '../src/server/serve.ts';
import { readSite } from '../src/server/site.ts';
import { writeStockSite } from './bench-stock.ts';
import { buildStages, runStages, SPLIT_CHECK, stageEnvironment, type Stage } from './stages.ts';

const OURS = '.cache/bench/ours';
const STOCK = '.cache/bench/stock';

/** Where ours is built for and served; a build without an address of its own is not to be indexed. */
const OUR_PORT = 4391;

/** Both sites, served as a reader would get them. */
export interface Sites {
  readonly ours: string;
  readonly stock: string;
  close(): Promise<void>;
}

/**
 * Builds both sites and returns how long that took, in seconds.
 * @throws Error when a stage fails
 */
export async function buildSites(): Promise<{ ours: number; stock: number }> {
  process.env['SITE_URL'] = `http://127.0.0.1:${OUR_PORT}`;
  writeStockSite(STOCK);
  const stock = await timed([{ name: 'stock', command: ['astro', 'build', '--root', STOCK] }]);
  const ours = await timed([SPLIT_CHECK, ...buildStages(OURS)]);
  const folder = `${STOCK}/dist`;
  await precompress(folder, readSite(folder, new Map()).files);
  return { ours, stock };
}

async function timed(stages: readonly Stage[]): Promise<number> {
  const start = performance.now();
  await runStages(stages);
  return (performance.now() - start) / 1000;
}

/** Serves both sites, and builds them before if they are not there. */
export async function serveSites(): Promise<Sites> {
  if (![OURS, `${STOCK}/dist`].every((folder) => existsSync(`${folder}/index.html`))) {
    await buildSites();
  }
  const stock = await serveStock();
  const site = `http://127.0.0.1:${OUR_PORT}`;
  const ours = spawn(process.execPath, [join('scripts', 'serve.ts'), '--dir', OURS], {
    env: { ...stageEnvironment(), SITE_URL: site, PORT: String(OUR_PORT), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(ours.stdout, 'data');
  return {
    ours: `${site}/`,
    stock: stock.url,
    close: async () => {
      const ended = ours.exitCode === null ? once(ours, 'exit') : undefined;
      ours.kill('SIGTERM');
      await Promise.all([ended, stock.close()]);
    },
  };
}

/** By the same server, so that only the sites differ; `rules` are the headers that it sends anyway. */
function serveStock(): Promise<RunningServer> {
  const folder = `${STOCK}/dist`;
  return serve({
    host: '127.0.0.1',
    port: 0,
    folder,
    site: readSite(folder, new Map()),
    rules: [
      { pattern: '/*', headers: { 'Cache-Control': 'public, max-age=600' } },
      { pattern: '/_astro/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
    ],
    address: addressOf({}),
    pages: [],
  });
}
