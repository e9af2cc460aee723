/** The whole site below a path of another host: https://docs.example/kb/. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { readHtml } from '../../src/links/read-html.ts';
import type { PagesJson } from '../../src/llms/pages-json.ts';
import { readManifest, readRoutes } from '../../src/content/read-routes.ts';
import { redirectsOf } from '../../src/model/redirects.ts';
import { readSite } from '../../src/server/site.ts';
import { based, buildBasedSite } from './based-site.ts';

const { address, folder } = based;
const routes = readRoutes('content', address);
const redirects = redirectsOf(readManifest());
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
let files: string[];

before(() => {
  buildBasedSite();
  files = [...readSite(folder, new Map()).files].toSorted();
});

const texts = () => files.filter((file) => /\.(html|md|txt|json|xml|css|js)$/.test(file));

describe('below a base path', () => {
  test('no file names the address of another build', () => {
    const foreign = texts().filter((file) => /127\.0\.0\.1:4321|localhost:4321/.test(read(file)));
    assert.deepEqual(foreign, []);
  });

  // That they lead somewhere was checked by the build itself, in the stage "links".
  test('every link, picture, script and sheet of a page is below it', () => {
    const outside = files
      .filter((file) => file.endsWith('.html'))
      .flatMap((file) =>
        readHtml(read(file))
          .links.filter(({ href }) => /^\/(?!kb\/)/.test(href))
          .map(({ href, line }) => `${file}:${line}: ${href}`),
      );
    assert.deepEqual(outside, []);
  });

  test('every address in a style sheet is below it', () => {
    const sheets = files.filter((file) => /\.(css|html)$/.test(file));
    const outside = sheets.flatMap((file) =>
      [...read(file).matchAll(/url\(["']?\/(?!kb\/)[^)]*/g)].map(([url]) => `${file}: ${url}`),
    );
    assert.deepEqual(outside, []);
  });

  test('every page names its canonical address, and the sitemap lists it', () => {
    const sitemap = read('sitemap-0.xml');
    const all = [...routes.pages, ...routes.sections];
    for (const { route } of all) {
      const url = address.absolute(route);
      assert.ok(url.startsWith('https://docs.example/kb/'));
      assert.ok(read(`${route}index.html`).includes(`<link rel="canonical" href="${url}"`), route);
      assert.ok(sitemap.includes(`<loc>${url}</loc>`), route);
    }
    assert.match(read('sitemap-index.xml'), /https:\/\/docs\.example\/kb\/sitemap-0\.xml/);
    assert.match(read('robots.txt'), /^Sitemap: https:\/\/docs\.example\/kb\/sitemap-index\.xml$/m);
  });

  test('llms.txt and pages.json lead to files of the site by full addresses', () => {
    const { sections, pages } = JSON.parse(read('pages.json')) as PagesJson;
    const own = /https:\/\/docs\.example\/[^\s)<>"`\]]*/g;
    const listed = [...read('llms.txt').matchAll(own)].map(([url]) => url);
    assert.ok(listed.length > pages.length);
    const named = [
      ...listed,
      ...[...sections, ...pages].flatMap(({ url, markdown }) => [url, markdown]),
    ];
    const dead = named
      .filter((url) => url !== address.absolute('/mcp'))
      .map((url) => url.replace(address.absolute('/'), '/').replace(/[#?].*/, ''))
      .filter((path) => !files.includes(path.endsWith('/') ? `${path}index.html` : path));
    assert.deepEqual(dead, []);
  });

  test('Markdown twins link to twins below it', () => {
    const twin = read('concepts/steps.md');
    assert.match(twin, /\]\(https:\/\/docs\.example\/kb\/[\w/-]+\.md/);
    assert.doesNotMatch(twin, /\]\(https:\/\/docs\.example\/(?!kb\/)/);
    assert.doesNotMatch(twin, /\]\(\//);
  });

  test('tools are told where MCP and the skill are', () => {
    assert.match(read('ai-tools.md'), /claude mcp add .* https:\/\/docs\.example\/kb\/mcp$/m);
    const { skills } = JSON.parse(read('.well-known/agent-skills/index.json')) as {
      skills: { url: string }[];
    };
    assert.deepEqual(
      skills.map(({ url }) => url),
      ['/kb/skill.md'],
    );
  });

  test('the files for hosts are about paths below it, and insist on HTTPS', () => {
    const headers = read('_headers').split('\n');
    assert.deepEqual(
      headers.filter((line) => line.startsWith('/') && !line.startsWith('/kb/')),
      [],
    );
    assert.ok(headers.includes('  Strict-Transport-Security: max-age=31536000'));
    const lines = read('_redirects')
      .split('\n')
      .filter((line) => line.startsWith('/'));
    assert.ok(lines.length > redirects.size);
    for (const line of lines) assert.match(line, /^\/kb\/\S+ \/kb\/\S* 301$/);
    assert.ok(lines.includes('/kb/docs/concepts/steps /kb/concepts/steps/ 301'));
  });

  test('the search finds pages there', () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/search.ts', '--dist', folder, '--json', 'cron schedule'],
      { env: based.env, encoding: 'utf8' },
    );
    const { hits } = JSON.parse(stdout || '{"hits":[]}') as { hits: { url: string }[] };
    assert.ok(hits.length > 0, stderr);
    for (const { url } of hits) assert.ok(url.startsWith('https://docs.example/kb/'), url);
  });
});

describe('served below a base path', () => {
  let server: ChildProcess;
  let origin = '';

  before(async () => {
    server = spawn(process.execPath, ['scripts/serve.ts', '--dir', folder], {
      env: { ...based.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    assert.ok(server.stdout);
    for await (const line of createInterface(server.stdout)) {
      origin = /site\s+(http:\/\/[^/]+)\/kb\/$/.exec(line)?.[1] ?? origin;
      if (line.startsWith('Stop')) break;
    }
    assert.notEqual(origin, '');
  });
  after(async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  });

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(origin + path, { redirect: 'manual', headers });

  test('pages, twins and files are there, with the headers of the build', async () => {
    for (const [path, type] of [
      ['/kb/', 'text/html; charset=utf-8'],
      ['/kb/concepts/steps/', 'text/html; charset=utf-8'],
      ['/kb/concepts/steps.md', 'text/markdown; charset=utf-8'],
      ['/kb/pagefind/sections.json', 'application/json; charset=utf-8'],
    ] as const) {
      const response = await ask(path);
      assert.deepEqual([response.status, response.headers.get('content-type')], [200, type], path);
      assert.equal(response.headers.get('strict-transport-security'), 'max-age=31536000');
    }
    const { headers } = await ask('/kb/concepts/steps/', { accept: 'text/markdown' });
    assert.equal(headers.get('content-location'), '/kb/concepts/steps.md');
    assert.match((await ask('/kb/')).headers.get('content-security-policy') ?? '', /'sha256-/);
  });

  test('moved addresses lead to pages that are there', async () => {
    for (const [from, to] of redirects) {
      const response = await ask(address.href(encodeURI(from)));
      assert.deepEqual(
        [response.status, response.headers.get('location')],
        [308, address.href(to)],
      );
    }
    assert.equal((await ask('/')).headers.get('location'), '/kb/');
  });

  test('what is not there, or not below it, is 404 with a page that leads back', async () => {
    for (const path of ['/kb/concepts/stepz/', '/concepts/steps/']) {
      const response = await ask(path, { accept: 'text/html' });
      assert.equal(response.status, 404);
      const { links } = readHtml(await response.text());
      assert.ok(
        links.some(({ href }) => href === '/kb/'),
        path,
      );
      const markdown = await ask(path, { accept: 'text/markdown' });
      assert.match(await markdown.text(), /https:\/\/docs\.example\/kb\/concepts\/steps\.md/);
    }
  });

  test('MCP answers there, with addresses below it', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(new StreamableHTTPClientTransport(new URL('/kb/mcp', origin)));
    const result = await client.callTool({ name: 'search', arguments: { query: 'cron schedule' } });
    await client.close();
    const { results } = result.structuredContent as { results: { url: string }[] };
    assert.ok(results.length > 0);
    for (const { url } of results) assert.ok(url.startsWith('https://docs.example/kb/'), url);
  });
});
