/** Writes what a host needs to serve a built site: `npm run deploy -- nginx`. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { commandLine, UsageError } from '../command-line.ts';
import { addressOf, type AddressSetting } from '../../src/model/address.ts';
import { readBuilt, type Built } from '../../src/server/built.ts';
import { headersFor, readHeaderRules, RULES_FILE } from '../../src/server/headers.ts';
import { overLimits } from '../../src/server/host-files.ts';
import { nginxMain, nginxSite } from '../../src/server/nginx/config.ts';
import type { Site } from '../../src/server/site.ts';
import { fallbackFiles, isForServers, withPolicy } from '../../src/server/static-forms.ts';

const HELP = `Usage: npm run deploy -- nginx [--root DIR] [--listen PORT] [--no-brotli]
       npm run deploy -- hosts
       npm run deploy -- pages

Writes, from a built site and for the address of that build (BASE_PATH must be the build's):
  nginx   site.conf for the http block of an nginx, and nginx.conf that runs it alone, unprivileged
  hosts   the folder for Cloudflare Pages or Workers and for Netlify, with _headers and _redirects
  pages   the folder for GitHub Pages, with the policy in every page and a page for each redirect

  --dist DIR       the built site (default: dist)
  --out DIR        where to (default: .cache/deploy/nginx …); a folder of files is replaced
  --root DIR       where nginx will find the built site (default: that of --dist)
  --listen PORT    where nginx listens: a port, or address:port (default: 8080)
  --no-brotli      for an nginx without the module brotli_static
  --help           this text`;

const OPTIONS = {
  dist: { type: 'string', default: 'dist' },
  out: { type: 'string' },
  root: { type: 'string' },
  listen: { type: 'string', default: '8080' },
  'no-brotli': { type: 'boolean', default: false },
} as const;

await commandLine(HELP, OPTIONS, ({ dist, ...options }, [form, ...others]) => {
  if (others.length > 0) throw new UsageError(`expected one form, not also ${others.join(' ')}`);
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error(`${dist}/ holds no built site: run "npm run build"`);
  }
  const wanted = addressOf(process.env);
  const job: Job = {
    ...readBuilt(dist, wanted),
    dist,
    out: options.out ?? join('.cache/deploy', form ?? ''),
  };
  refuseOtherOrigin(job, wanted);
  switch (form) {
    case 'nginx':
      return writeNginx(job, {
        root: options.root ?? resolve(dist),
        listen: listenOf(options.listen),
        brotli: !options['no-brotli'],
      });
    case 'hosts':
      return writeHosts(job);
    case 'pages':
      return writePages(job);
    default:
      throw new UsageError(`expected nginx, hosts or pages, not ${form ?? 'nothing'}`);
  }
});

function listenOf(listen: string): string {
  if (/^([\w.-]+:|\[[\da-f:.]+\]:)?\d{1,5}$/i.test(listen)) return listen;
  throw new UsageError(`--listen ${listen} is no port, nor address:port`);
}

/** A built site in a folder, and where to write what its host needs. */
interface Job extends Built {
  readonly dist: string;
  readonly out: string;
}

/** Files that say where the site moved would name another address than its pages. */
function refuseOtherOrigin({ dist, address }: Job, wanted: AddressSetting): void {
  if (!wanted.configured || wanted.site === address.site) return;
  throw new Error(
    `${dist}/ was built for ${address.site}, not ${wanted.site}: set SITE_URL=${address.site}, or build it again`,
  );
}

function writeNginx(
  { dist, out, site, address }: Job,
  options: { root: string; listen: string; brotli: boolean },
): void {
  const rules = readHeaderRules(dist);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'site.conf'), nginxSite({ site, rules, address, ...options }));
  writeFileSync(join(out, 'nginx.conf'), nginxMain());
  console.log(`${out}/nginx.conf, site.conf: serve ${options.root} on ${options.listen}`);
}

/** The site below its base, and the two files at the root, where hosts look for them. */
function writeHosts({ dist, out, site, address }: Job): void {
  const folder = join(out, address.base);
  copySite(dist, folder, site, out);
  const [headers, redirects] = ['_headers', '_redirects'].map((name) => {
    if (folder !== join(out, '/')) renameSync(join(folder, name), join(out, name));
    return readFileSync(join(out, name), 'utf8');
  }) as [string, string];
  const [limit] = overLimits({ headers, redirects });
  if (limit !== undefined) throw new Error(limit);
  console.log(`${out}: ready to upload`);
}

function writePages({ dist, out, site, address }: Job): void {
  const headers = headersFor(readHeaderRules(dist), '/', 'text/html');
  const policy = headers['Content-Security-Policy'];
  if (!policy) throw new Error(`${dist}${RULES_FILE} holds no policy: run "npm run build"`);
  copySite(dist, out, site, out);
  for (const name of ['_headers', '_redirects']) rmSync(join(out, name));
  for (const file of [...site.files].filter((file) => file.endsWith('.html'))) {
    writeFileSync(join(out, file), withPolicy(readFileSync(join(dist, file), 'utf8'), policy));
  }
  const fallbacks = fallbackFiles(site.redirects, address);
  for (const [file, text] of fallbacks) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), text);
  }
  // Jekyll would leave out folders that begin with an underscore.
  writeFileSync(join(out, '.nojekyll'), '');
  console.log(`${out}: ready to upload, with ${fallbacks.size} files for moved addresses`);
}

function copySite(dist: string, folder: string, { files }: Site, out: string): void {
  refuseForeignFolder(out, dist);
  rmSync(out, { recursive: true, force: true });
  for (const file of [...files].filter((file) => !isForServers(file))) {
    cpSync(join(dist, file), join(folder, file));
  }
}

/** A folder is only replaced when it is ours: an earlier output, and not the build. */
function refuseForeignFolder(out: string, dist: string): void {
  const isEmpty = !existsSync(out) || readdirSync(out).length === 0;
  const isEarlier = ['_headers', '.nojekyll'].some((name) => existsSync(join(out, name)));
  const holdsBuild = `${resolve(dist)}/`.startsWith(`${resolve(out)}/`);
  if (holdsBuild || (!isEmpty && !isEarlier)) {
    throw new Error(`${out} holds other files: name a folder of its own with --out`);
  }
}
