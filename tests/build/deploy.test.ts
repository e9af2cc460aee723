/** What `npm run deploy` writes, from the build and from one below a base path. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { address } from '../../src/settings.ts';
import { readHtml } from '../../src/links/read-html.ts';
import { readManifest } from '../../src/content/read-routes.ts';
import { isMarkdown } from '../../src/server/host-files.ts';
import { redirectsOf } from '../../src/model/redirects.ts';
import { readSite } from '../../src/server/site.ts';
import { based, buildBasedSite } from './based-site.ts';

const DIST = 'dist';
const redirects = redirectsOf(readManifest());
const filesIn = (folder: string) => [...readSite(folder, redirects).files].toSorted();
const plainIn = (dist: string) =>
  filesIn(dist).filter((file) => !/\.(br|gz)$|^\/_headers\.json$/.test(file));
const plain = plainIn(DIST);

function deploy(form: string, out: string, dist = DIST, env = process.env) {
  const args = ['scripts/deploy/write.ts', form, '--dist', dist, '--out', out];
  return spawnSync(process.execPath, args, { encoding: 'utf8', env });
}

/** Writes a form into a folder of its own. */
function written(form: string, dist = DIST, env = process.env): string {
  const out = join(mkdtempSync(join(tmpdir(), 'deploy-')), form);
  const { status, stderr } = deploy(form, out, dist, env);
  assert.equal(status, 0, stderr);
  return out;
}

describe('for Cloudflare and Netlify', () => {
  test('the folder is the site without compressed copies', () => {
    const out = written('hosts');
    assert.deepEqual(filesIn(out), plain);
    assert.deepEqual(readFileSync(join(out, 'index.html')), readFileSync(`${DIST}/index.html`));
  });

  test('below a base path the site is in its folder, and the two files are where hosts look', () => {
    buildBasedSite();
    const out = written('hosts', based.folder, based.env);
    const expected = plainIn(based.folder).map((file) =>
      /^\/_(headers|redirects)$/.test(file) ? file : `/kb${file}`,
    );
    assert.deepEqual(filesIn(out), expected.toSorted());
  });
});

describe('for GitHub Pages', () => {
  const out = written('pages');
  const files = new Set(filesIn(out));
  const read = (file: string) => readFileSync(join(out, file), 'utf8');

  test('each page says the policy of the build itself', () => {
    const rules = readFileSync(`${DIST}/_headers`, 'utf8');
    const [, policy = ''] = /Content-Security-Policy: (.*)/.exec(rules) ?? [];
    const stated = policy.replace("frame-ancestors 'none'; ", '');
    const pages = plain.filter((file) => file.endsWith('.html'));
    assert.ok(pages.length > 50);
    for (const page of pages) {
      const head = read(page).split('</head>', 1)[0] ?? '';
      assert.ok(
        head.includes(`<meta http-equiv="Content-Security-Policy" content="${stated}">`),
        page,
      );
      assert.ok(head.indexOf('Content-Security-Policy') < head.indexOf('<script'), page);
    }
  });

  test('each moved address has a page that leads to one that is there, out of all indexes', () => {
    for (const [from, to] of [...redirects].filter(([from]) => !isMarkdown(from))) {
      const html = read(`${from}/index.html`);
      const [canonical, link] = readHtml(html).links.map(({ href }) => href);
      assert.deepEqual([canonical, link], [address.absolute(to), address.href(to)], from);
      assert.match(html, /<meta name="robots" content="noindex">/);
      assert.ok(files.has(`${to.split('#', 1)[0]}index.html`), to);
    }
    for (const index of ['sitemap-0.xml', 'llms.txt', 'pages.json', 'pagefind/sections.json']) {
      assert.ok(!/\/docs\/concepts\/steps\//.test(read(index)), index);
    }
  });

  test('Markdown that moved says where it is', () => {
    assert.equal(
      read('docs/concepts/steps.md'),
      `This page has moved to ${address.absolute('/concepts/steps.md')}\n`,
    );
  });

  test('all files of the site are there as they are, hidden folders too', () => {
    const missing = plain.filter((file) => !files.has(file));
    assert.deepEqual(missing, ['/_headers', '/_redirects']);
    assert.ok(files.has('/.nojekyll') && files.has('/.well-known/agent-skills/index.json'));
    assert.equal(read('llms.txt'), readFileSync(`${DIST}/llms.txt`, 'utf8'));
  });
});

test('pages are not written without the policy that they should say', () => {
  const dist = mkdtempSync(join(tmpdir(), 'unguarded-'));
  for (const file of ['index.html', 'pages.json']) cpSync(`${DIST}/${file}`, join(dist, file));
  writeFileSync(join(dist, '_headers.json'), '[]');
  const out = join(dist, 'pages');
  const { status, stderr } = deploy('pages', out, dist);
  assert.deepEqual(
    [status, stderr],
    [1, `${dist}/_headers.json holds no policy: run "npm run build"\n`],
  );
  assert.equal(existsSync(out), false);
});

test('a second run writes the same', () => {
  for (const form of ['nginx', 'hosts', 'pages']) {
    const [first, second] = [written(form), written(form)];
    const files = filesIn(first);
    assert.deepEqual(filesIn(second), files);
    for (const file of files) {
      assert.ok(readFileSync(first + file).equals(readFileSync(second + file)), file);
    }
  }
});

test('a folder that holds something else is left alone', () => {
  const out = mkdtempSync(join(tmpdir(), 'deploy-'));
  writeFileSync(join(out, 'thesis.txt'), 'x');
  for (const folder of [out, DIST, '.']) {
    const { status, stderr } = deploy('pages', folder);
    assert.deepEqual(
      [status, stderr],
      [1, `${folder} holds other files: name a folder of its own with --out\n`],
    );
  }
  assert.equal(readFileSync(join(out, 'thesis.txt'), 'utf8'), 'x');
});

describe('wrong usage is refused in one line', () => {
  for (const [args, status, line] of [
    [[], 2, 'expected nginx, hosts or pages, not nothing: see --help\n'],
    [['caddy'], 2, 'expected nginx, hosts or pages, not caddy: see --help\n'],
    [['nginx', '--listen', '80;x'], 2, '--listen 80;x is no port, nor address:port: see --help\n'],
    [['nginx', '--dist', '/none'], 1, '/none/ holds no built site: run "npm run build"\n'],
  ] as const) {
    test(`deploy -- ${args.join(' ')}`, () => {
      const ran = spawnSync(process.execPath, ['scripts/deploy/write.ts', ...args], {
        encoding: 'utf8',
      });
      assert.deepEqual([ran.status, ran.stderr], [status, line]);
    });
  }
});
