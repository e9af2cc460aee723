/** The nginx configuration, run: each answer is held against the one that our own server gives. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { addressOf, type Address } from '../../src/model/address.ts';
import { address } from '../../src/settings.ts';
import { readManifest, readRoutes } from '../../src/content/read-routes.ts';
import { answer } from '../../src/server/answer.ts';
import { readHeaderRules } from '../../src/server/headers.ts';
import { redirectsOf } from '../../src/model/redirects.ts';
import { canonicalMoves, readSite } from '../../src/server/site.ts';
import { runNginx, type RunningNginx } from './nginx.ts';

const DIST = 'dist';
const site = readSite(DIST, redirectsOf(readManifest()));
const rules = readHeaderRules(DIST);
const { pages, sections } = readRoutes();
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const AGENT = 'text/markdown, text/html;q=0.5';

let nginx: RunningNginx;
before(async () => {
  nginx = await runNginx({ site, rules, address, root: resolve(DIST) });
});
after(() => nginx?.stop());

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request, the target as it is on the wire. */
function ask(
  path: string,
  headers: OutgoingHttpHeaders = {},
  { method = 'GET', origin = nginx.origin } = {},
): Promise<Reply> {
  const { hostname: host, port } = new URL(origin);
  return new Promise((done, failed) => {
    request({ host, port, path, method, headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      done({ status: response.statusCode ?? 0, headers: response.headers, body });
    })
      .on('error', failed)
      .end();
  });
}

/** The headers that make an answer, `Vary` as a set, without those that only describe its bytes. */
function telling(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const own = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const vary = (own.get('vary') ?? '').split(',').map((name) => name.trim());
  return {
    ...Object.fromEntries(
      [
        'allow',
        'cache-control',
        'content-encoding',
        'content-location',
        'content-security-policy',
        'cross-origin-opener-policy',
        'link',
        'permissions-policy',
        'referrer-policy',
        'strict-transport-security',
        'x-content-type-options',
      ].map((name) => [name, own.get(name)]),
    ),
    location: own.get('location'),
    vary: [...new Set(vary)].filter(Boolean).toSorted(),
  };
}

/** Asks nginx and our own server the same, and demands the same answer. */
async function same(target: string, headers: OutgoingHttpHeaders = {}, at: Address = address) {
  const said = answer(
    { site, rules, address: at, pages },
    {
      method: 'GET',
      target,
      accept: headers['accept']?.toString(),
      encoding: headers['accept-encoding']?.toString(),
    },
  );
  const got = await ask(target, headers);
  const about = `${target} ${JSON.stringify(headers)}`;
  assert.equal(got.status, said.status, about);
  if (!('file' in said)) {
    assert.equal(got.headers.location, said.headers['Location'], about);
    return got;
  }
  const type = said.headers['Content-Type'];
  assert.equal(got.headers['content-type'], type, about);
  assert.deepEqual(telling(got.headers), telling(said.headers), about);
  assert.ok(got.body.equals(readFileSync(DIST + said.file)), about);
  return got;
}

describe('nginx answers as our own server', () => {
  test('for every page and section, to people and to agents', async () => {
    const routes = new Set([...pages, ...sections].map(({ route }) => route));
    for (const route of [...routes, '/search/']) {
      for (const accept of [BROWSER, AGENT]) await same(address.href(route), { accept });
    }
  });

  test('for every file by its own name, whatever Accept says', async () => {
    const files = [...site.files].filter((file) => !/\.(html|br|gz)$|^\/_[a-z]/.test(file));
    const assets = [...site.files].filter((file) => /^\/_astro\/.*[^rz]$/.test(file));
    for (const file of [...files, ...assets]) {
      await same(address.href(encodeURI(file)), { accept: AGENT });
    }
  });

  // The same table of preferences, in which nginx compares weights by a regular expression.
  for (const accept of [
    undefined,
    '',
    '*/*',
    'text/*',
    'text/html',
    'text/markdown',
    'TEXT/MARKDOWN',
    'text/markdown;q=0.9, text/html',
    'text/markdown, text/html',
    'text/html, text/markdown',
    'text/markdown;q=0.85, text/html;q=0.8',
    'text/markdown;q=0.8,text/html;q=0.85',
    'text/markdown;q=0.5, text/html;q=0.500',
    'text/html;q=1.0, text/markdown;q=1.000',
    'text/markdown;q=0.999, text/html',
    'text/markdown ; q=0.3 , text/html ; q=0.2',
    'text/markdown;q=0, */*',
    'text/markdown;q=0.0, text/html;q=0',
    'text/html;q=0, */*;q=0.1',
    'text/markdown, */*',
    'text/markdown;q=0.1, */*;q=0.2',
    'text/*;q=0.3, text/html;q=0.7, text/markdown;q=0.7',
    'text/*;q=0.3, */*;q=0.9',
    'application/json',
    'application/json, text/markdown;q=0.01',
    'image/avif,image/webp,*/*;q=0.8',
    'text/markdownx, text/html;q=0.1',
    BROWSER,
    AGENT,
  ]) {
    test(`to Accept: ${accept}`, async () => {
      const headers = accept === undefined ? {} : { accept };
      await same(address.href('/guides/streams/'), headers);
      await same(address.href('/search/'), headers);
    });
  }

  test('for every moved address and every other way to write one', async () => {
    const moved = [...site.redirects].map(([from]) => from);
    const others = canonicalMoves(site).map(([from]) => from);
    assert.ok(moved.length > 100 && others.length > pages.length);
    for (const from of moved) await same(address.href(encodeURI(from)));
    for (const from of others) await same(address.href(from));
    for (const from of moved.slice(0, 20))
      await same(`${address.href(encodeURI(from))}/?a=b&c=%20d`);
  });

  test('with the compressed copy that the client takes', async () => {
    const html = readFileSync(`${DIST}/guides/streams/index.html`);
    const path = address.href('/guides/streams/');
    for (const encoding of ['gzip', 'gzip;q=1, br;q=0', 'identity']) {
      await same(path, { accept: BROWSER, 'accept-encoding': encoding });
    }
    const gzip = await ask(path, { 'accept-encoding': 'gzip' });
    assert.ok(gunzipSync(gzip.body).equals(html));
    if (!nginx.brotli) return;
    await same(path, { accept: BROWSER, 'accept-encoding': 'gzip, deflate, br, zstd' });
    await same(path, { accept: AGENT, 'accept-encoding': 'br' });
    const br = await ask(path, { 'accept-encoding': 'br' });
    assert.ok(brotliDecompressSync(br.body).equals(html));
  });

  test('where nothing is: its page for people, not to be kept', async () => {
    for (const path of ['/guides/steams/', '/none', '/_astro/none.js', '/guides/steams.md']) {
      await same(address.href(path), { accept: BROWSER });
    }
  });

  test('for what is not for anybody', async () => {
    for (const path of [
      '/_headers',
      '/_headers.json',
      '/_redirects',
      '/404.html',
      '/llms.txt.br',
      '/_missing/html',
    ]) {
      const got = await same(address.href(path), { accept: BROWSER });
      assert.equal(got.status, 404, path);
    }
  });
});

describe('nginx says by itself', () => {
  test('that nothing is there in Markdown, to those who ask for it, without the nearest pages', async () => {
    for (const [path, accept] of [
      ['/guides/steams/', AGENT],
      ['/guides/steams.md', '*/*'],
    ] as const) {
      const got = await ask(address.href(path), { accept });
      assert.deepEqual(
        [got.status, got.headers['content-type'], got.headers['cache-control'], got.headers.vary],
        [404, 'text/markdown; charset=utf-8', 'no-cache', 'Accept'],
      );
      assert.equal(
        got.body.toString(),
        `# Page not found\n\nNothing is at this address. All pages: [llms.txt](${address.absolute('/llms.txt')})\n`,
      );
    }
  });

  test('HEAD as GET, without a body', async () => {
    for (const path of ['/', '/guides/streams/', '/nowhere/', '/docs/concepts', '/llms.txt']) {
      const target = address.href(path);
      const [head, got] = [await ask(target, {}, { method: 'HEAD' }), await ask(target)];
      assert.equal(head.status, got.status);
      assert.equal(head.body.length, 0);
      assert.deepEqual(telling(head.headers), telling(got.headers));
    }
  });

  test('405 for a method that changes things, with the two that are served', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const got = await ask(address.href('/'), {}, { method });
      assert.deepEqual([got.status, got.headers.allow], [405, 'GET, HEAD'], method);
      assert.match(String(got.headers['content-security-policy']), /^default-src 'none'/);
    }
  });

  test('no to paths that climb or cannot be read', async () => {
    for (const path of ['/%00', '/..%2f..%2fetc/passwd', '/../../etc/passwd', '/%']) {
      assert.equal((await ask(path)).status, 400, path);
    }
    assert.equal((await ask(`/${'x'.repeat(20_000)}`)).status, 414);
    for (const path of [
      '/%2e%2e',
      '/..%5cpackage.json',
      '//evil.example/',
      '/x%0d%0aSet-Cookie:a',
    ]) {
      const got = await ask(path);
      assert.ok([400, 404].includes(got.status), path);
      assert.equal(got.headers['set-cookie'], undefined);
    }
  });

  test('that nothing changed, to a client that has the page', async () => {
    const path = address.href('/guides/streams/');
    const { headers } = await ask(path, { accept: BROWSER });
    const again = await ask(path, { accept: BROWSER, 'if-none-match': headers.etag ?? '' });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
    assert.equal(again.headers['cache-control'], headers['cache-control']);
    assert.match(again.headers.vary ?? '', /Accept/);
  });

  test('a part of a file', async () => {
    const got = await ask(address.href('/llms.txt'), { range: 'bytes=0-6' });
    const whole = readFileSync(`${DIST}/llms.txt`);
    assert.deepEqual([got.status, got.body.toString()], [206, whole.subarray(0, 7).toString()]);
  });
});

describe('nginx under a base path', () => {
  const based = addressOf({ SITE_URL: 'https://docs.example', BASE_PATH: '/kb/' });
  let other: RunningNginx;
  before(async () => {
    other = await runNginx({ site, rules, address: based, root: resolve(DIST) });
  });
  after(() => other?.stop());

  for (const [target, status, location] of [
    ['/kb/guides/streams/', 200, undefined],
    ['/kb/llms.txt', 200, undefined],
    ['/kb', 308, '/kb/'],
    ['/?a=b', 308, '/kb/?a=b'],
    ['/kb/docs/concepts/steps', 308, '/kb/concepts/steps/'],
    ['/kb/guides/streams?a=b', 308, '/kb/guides/streams/?a=b'],
    ['/guides/streams/', 404, undefined],
    ['/kbguides/streams/', 404, undefined],
    ['/kb/kb/guides/streams/', 404, undefined],
    ['/docs/concepts/steps', 404, undefined],
    ['/_missing/html', 404, undefined],
  ] as const) {
    test(`${target} is ${status}`, async () => {
      const headers = { accept: BROWSER };
      const got = await ask(target, headers, { origin: other.origin });
      const said = answer(
        { site, rules, address: based, pages },
        { method: 'GET', target, accept: BROWSER },
      );
      assert.deepEqual([got.status, got.headers.location], [status, location]);
      assert.deepEqual([said.status, said.headers['Location']], [status, location]);
      if (status === 404)
        assert.equal(got.body.toString(), readFileSync(`${DIST}/404.html`, 'utf8'));
    });
  }

  test('Markdown says where it is, below the base', async () => {
    const { headers } = await ask('/kb/guides/streams/', { accept: AGENT }, other);
    assert.equal(headers['content-location'], '/kb/guides/streams.md');
    assert.match(String(headers.link), /^<\/kb\/guides\/streams\/>; rel="canonical"/);
  });
});
