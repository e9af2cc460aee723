/** Finds the nginx of the tests, installs it where that needs no questions, and runs it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { nginxMain, nginxSite, type NginxSite } from '../../src/server/nginx/config.ts';
import { freePort } from '../free-port.ts';

const PACKAGES = ['nginx-light', 'libnginx-mod-http-brotli-static'];
const PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

/** As Debian's packages set it up. */
const BROTLI = '/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf';

export interface RunningNginx {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  readonly brotli: boolean;
  stop(): Promise<void>;
}

/**
 * The path of an nginx, installed from the distribution's packages if there is none (as root on Debian).
 * @throws Error with the one thing to do, where that is not possible.
 */
function ensureNginx(): string {
  const find = () => PLACES.find((path) => existsSync(path));
  const isWhole = find() !== undefined && existsSync(BROTLI);
  if (!isWhole && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install();
  const found = find();
  if (found) return found;
  throw new Error(
    `no nginx found: install it ("apt-get install ${PACKAGES.join(' ')}" on Debian), its configuration is tested with it`,
  );
}

function install(): void {
  console.log(`installing ${PACKAGES.join(' ')} with apt-get`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[],
    // The package would start a server on port 80.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  };
  spawnSync('apt-get', ['-qq', 'update'], options);
  spawnSync(
    'apt-get',
    ['-qq', 'install', '--yes', '--no-install-recommends', ...PACKAGES],
    options,
  );
}

/** Runs nginx over a built site on any free port; `served` is what the generator takes. */
export async function runNginx(
  served: Omit<NginxSite, 'listen' | 'brotli'>,
): Promise<RunningNginx> {
  const program = ensureNginx();
  const brotli = existsSync(BROTLI);
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const listen = `127.0.0.1:${await freePort()}`;
  const [main, site, errors] = ['nginx.conf', 'site.conf', 'errors.log'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(site, nginxSite({ ...served, listen, brotli }));
  writeFileSync(main, nginxMain(folder));
  // The built site may be where only root can read.
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  const child = spawn(program, ['-c', main, '-g', `${user}daemon off;`], {
    // nginx opens its output by name, which a pipe of Node's does not have.
    stdio: ['ignore', 'ignore', openSync(errors, 'a')],
  });
  const origin = `http://${listen}`;
  for (let tries = 0; child.exitCode === null && tries < 100; tries++) {
    const up = await fetch(origin, { redirect: 'manual' }).catch(() => undefined);
    if (up) {
      const stop = async () => {
        child.kill('SIGTERM');
        await once(child, 'exit');
      };
      return { origin, brotli, stop };
    }
    await setTimeout(50);
  }
  child.kill('SIGKILL');
  throw new Error(`nginx did not start: ${readFileSync(errors, 'utf8')}`);
}
