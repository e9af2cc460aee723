/** After a refresh to upstream's next scrape no address of today's site is dead. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildStages, stageEnvironment } from '../../scripts/stages.ts';
import { readBuilt } from '../../src/server/built.ts';
import { readHeaderRules } from '../../src/server/headers.ts';
import { serve } from '../../src/server/serve.ts';

const NEXT = ['../shared/dumps', '../../shared/dumps']
  .map((folder) => resolve(folder, '2026-03-03.txt'))
  .find((file) => existsSync(file));
const COPY = '.cache/refreshed-project';

/** Copies what git knows of the project; below it, so that it finds the same node_modules. */
function copyProject(): void {
  rmSync(COPY, { recursive: true, force: true });
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z']).toString();
  for (const file of list.split('\0').filter((file) => file !== '' && existsSync(file))) {
    mkdirSync(dirname(join(COPY, file)), { recursive: true });
    cpSync(file, join(COPY, file));
  }
}

function run(program: string, ...args: string[]): void {
  const command = program === 'node' ? process.execPath : program;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: COPY,
    env: stageEnvironment(),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${stdout}\n${stderr}`);
}

const idsOf = (html: string): string[] =>
  [...html.matchAll(/\sid="([^"]+)"/g)].flatMap(([, id]) => id ?? []);

/** Routes of today's build with the ids that links may have: of headings, and of places that are none. */
function todaysAddresses(): [route: string, anchors: string[]][] {
  return globSync('dist/**/index.html').map((file) => {
    const html = readFileSync(file, 'utf8');
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const anchored =
      main.match(/<(h[1-6]|span class="anchor"|span)\b[^>]*\sid="[^"]+"[^>]*>/g) ?? [];
    const anchors = idsOf(anchored.filter((tag) => /^<h|anchor/.test(tag)).join(''));
    return [`/${file.slice('dist/'.length, -'index.html'.length)}`, anchors];
  });
}

describe(
  'after a refresh to the next scrape',
  { skip: NEXT === undefined && '../shared/dumps is not here' },
  () => {
    let url = '';
    let stop: () => Promise<void> = () => Promise.resolve();
    before(async () => {
      copyProject();
      run('node', 'scripts/refresh.ts', NEXT ?? '', '--yes');
      for (const { name, command } of buildStages('dist')) {
        if (['site', 'links', 'headers'].includes(name)) run(...command);
      }
      const folder = join(COPY, 'dist');
      const rules = readHeaderRules(folder);
      const server = await serve({
        host: '127.0.0.1',
        port: 0,
        ...readBuilt(folder),
        folder,
        rules,
      });
      url = server.url.replace(/\/$/, '');
      stop = server.close;
    });
    after(async () => {
      await stop();
      rmSync(COPY, { recursive: true, force: true });
    });

    test('every page of today and every anchor on it still leads somewhere', async () => {
      const addresses = todaysAddresses();
      assert.ok(addresses.length >= 55);
      assert.ok(addresses.flatMap(([, anchors]) => anchors).length > 700);
      const dead: string[] = [];
      for (const [route, anchors] of addresses) {
        const response = await fetch(url + route);
        const ids = new Set(idsOf(await response.text()));
        if (response.status !== 200) dead.push(`${route} ${response.status}`);
        // Where the redirect names a place, a browser goes there.
        const named = await placeOf(url + route);
        const wanted = named === undefined ? anchors.filter((id) => id !== '_top') : [named];
        dead.push(...wanted.filter((id) => !ids.has(id)).map((id) => `${route}#${id}`));
      }
      assert.deepEqual(dead, []);
    });

    test('a page, a feed and a file for agents say what changed', async () => {
      assert.match(await textAt(`${url}/changes/`), /<h2[^>]* id="2026-03-03"/);
      const feed = await textAt(`${url}/changes.xml`);
      assert.match(feed, /<updated>2026-03-03T00:00:00Z<\/updated>/);
      assert.match(await textAt(`${url}/changes.md`), /^52 pages, 10 new, 13 gone, 33 changed\.$/m);
      assert.match(await textAt(`${url}/llms.txt`), /\/changes\.md\)/);
      const page = await textAt(`${url}/concepts/steps/`);
      assert.match(page, /Changed: <a href="\/changes\/#2026-03-03">3 March 2026<\/a>/);
      assert.match(page, /"dateModified":"2026-03-03"/);
    });

    test('the sitemap names a day of change for those pages that have one, and no other', async () => {
      const entries = [...(await textAt(`${url}/sitemap-0.xml`)).matchAll(/<url>.*?<\/url>/g)];
      const dated = entries.filter(([entry]) => entry.includes('<lastmod>2026-03-03'));
      assert.equal(dated.length, 10 + 33);
      assert.equal(entries.filter(([entry]) => entry.includes('<lastmod>')).length, dated.length);
    });

    test('so does every upstream path of today’s pages, and every twin', async () => {
      const { pages } = JSON.parse(readFileSync('dist/pages.json', 'utf8')) as {
        pages: { route: string; source: string | null }[];
      };
      const paths = pages.flatMap(({ route, source }) => [
        ...(source === null ? [] : [source, `${source}.md`]),
        route === '/' ? '/index.md' : `${route.slice(0, -1)}.md`,
      ]);
      const answers = await Promise.all(
        paths.map(async (path) => `${path} ${(await fetch(url + path)).status}`),
      );
      assert.deepEqual(
        answers.filter((answer) => !answer.endsWith(' 200')),
        [],
      );
    });
  },
);

/** The text at an address of the refreshed site. */
async function textAt(address: string): Promise<string> {
  const response = await fetch(address);
  assert.equal(response.status, 200, address);
  return response.text();
}

/** The anchor of the last redirect on the way, if it has one. */
async function placeOf(address: string): Promise<string | undefined> {
  let [at, place]: [string, string | undefined] = [address, undefined];
  for (;;) {
    const location = (await fetch(at, { redirect: 'manual' })).headers.get('location');
    if (location === null) return place;
    const next = new URL(location, at);
    place = next.hash === '' ? place : decodeURIComponent(next.hash.slice(1));
    at = next.href;
  }
}
