import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { addressOf } from '../../../src/model/address.ts';
import { precompress } from '../../../src/server/precompress.ts';
import { serve, type RunningServer, type ServeOptions } from '../../../src/server/serve.ts';
import { headerRules } from '../../../src/server/headers.ts';
import { readSite } from '../../../src/server/site.ts';

const PAGE = `<!doctype html><title>Streams</title>${'<p>Real-time streams in Motia.</p>'.repeat(80)}`;

let folder: string;
let running: RunningServer;

const options = (): ServeOptions => ({
  folder,
  host: '127.0.0.1',
  port: 0,
  address: addressOf({}),
  pages: [],
  rules: headerRules({ policy: "default-src 'none'", site: 'http://127.0.0.1' }),
  site: readSite(folder, new Map([['/docs/streams', '/guides/streams/#live']])),
});

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(folder, 'guides/streams'), { recursive: true });
  writeFileSync(join(folder, 'guides/streams/index.html'), PAGE);
  writeFileSync(join(folder, 'guides/streams.md'), '# Streams\n');
  writeFileSync(join(folder, '404.html'), '<!doctype html><title>Not found</title>');
  writeFileSync(join(folder, 'odd name 100%.txt'), 'odd');
  await precompress(folder, readSite(folder, new Map()).files);
  running = await serve(options());
});
after(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

const fetched = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, running.url), { redirect: 'manual', ...init });

/** As `fetch`, without its own decompression. */
function raw(
  path: string,
  headers: OutgoingHttpHeaders,
): Promise<{ response: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(new URL(path, running.url), { headers }, async (response) => {
      resolve({ response, body: Buffer.concat(await response.toArray()) });
    }).on('error', reject);
  });
}

describe('over HTTP', () => {
  test('a page arrives in the encoding that the client takes', async () => {
    const br = await raw('/guides/streams/', { 'accept-encoding': 'br' });
    assert.equal(br.response.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(br.body).toString(), PAGE);
    const gzip = await raw('/guides/streams/', { 'accept-encoding': 'gzip' });
    assert.equal(gunzipSync(gzip.body).toString(), PAGE);
    const plain = await raw('/guides/streams/', {});
    assert.equal(plain.response.headers['content-encoding'], undefined);
    assert.equal(plain.body.toString(), PAGE);
    assert.ok(br.body.length < plain.body.length / 10);
  });

  test('a client that has the page is told so, with the headers that caches need', async () => {
    // Not `fetch`, which turns a conditional request into a forced reload.
    const { etag = '', 'last-modified': since = '' } = (await raw('/guides/streams/', {})).response
      .headers;
    assert.match(etag, /^W\/"/);
    for (const condition of [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", ${etag}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': since },
    ]) {
      const { response, body } = await raw('/guides/streams/', condition);
      assert.equal(response.statusCode, 304, JSON.stringify(condition));
      assert.equal(response.headers.vary, 'Accept, Accept-Encoding');
      assert.equal(response.headers['cache-control'], 'public, max-age=600, must-revalidate');
      assert.equal(body.length, 0);
    }
    const changed = await raw('/guides/streams/', { 'if-none-match': '"other"' });
    assert.equal(changed.response.statusCode, 200);
  });

  test('the forms of one page have different ETags', async () => {
    const tags = [
      { accept: 'text/html', 'accept-encoding': 'identity' },
      { accept: 'text/html', 'accept-encoding': 'br' },
      { accept: 'text/html', 'accept-encoding': 'gzip' },
      { accept: 'text/markdown' },
    ].map(async (headers) => (await raw('/guides/streams/', headers)).response.headers.etag);
    assert.equal(new Set(await Promise.all(tags)).size, 4);
  });

  for (const [range, status, part] of [
    ['bytes=0-14', 206, PAGE.slice(0, 15)],
    ['bytes=15-', 206, PAGE.slice(15)],
    ['bytes=-10', 206, PAGE.slice(-10)],
    [`bytes=${PAGE.length}-`, 416, undefined],
  ] as const) {
    test(`a range is served: ${range} is ${status}`, async () => {
      const { response, body } = await raw('/guides/streams/', { range });
      assert.equal(response.statusCode, status);
      if (part !== undefined) assert.equal(body.toString(), part);
    });
  }

  test('HEAD has the headers of GET and no body', async () => {
    for (const path of ['/guides/streams/', '/nowhere/', '/docs/streams']) {
      const [head, got] = await Promise.all([fetched(path, { method: 'HEAD' }), fetched(path)]);
      assert.equal(head.status, got.status);
      assert.equal(head.headers.get('content-type'), got.headers.get('content-type'));
      assert.equal(head.headers.get('content-length'), got.headers.get('content-length'));
      assert.equal(await head.text(), '');
    }
  });

  test('a redirect carries its anchor and leads to the page', async () => {
    const moved = await fetched('/docs/streams');
    assert.equal(moved.status, 308);
    assert.equal(moved.headers.get('location'), '/guides/streams/#live');
    const followed = await fetched('/docs/streams', {
      redirect: 'follow',
      headers: { accept: 'text/markdown' },
    });
    assert.equal(await followed.text(), '# Streams\n');
  });

  test('a missing page is the site’s 404 in full, even when a part is asked for', async () => {
    const missing = await fetched('/nowhere/', { headers: { range: 'bytes=0-3' } });
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /<title>Not found/);
  });

  test('a missing page is missing, whatever conditions its client sets', async () => {
    for (const conditions of [
      { 'if-match': '"x"' },
      { 'if-unmodified-since': 'Fri, 01 Jan 1990 00:00:00 GMT' },
      { 'if-none-match': '*' },
      { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
    ]) {
      const { response, body } = await raw('/nowhere/', conditions);
      assert.equal(response.statusCode, 404, JSON.stringify(conditions));
      assert.match(body.toString(), /<title>Not found/);
    }
  });

  test('a name with blanks and signs is found', async () => {
    assert.equal(await (await fetched('/odd%20name%20100%25.txt')).text(), 'odd');
  });

  test('a path that climbs, as it is on the wire, stays in the site', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(running.url);
      request({ host: '127.0.0.1', port, path: '/../../../../etc/passwd' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    assert.equal(status, 404);
  });

  test('nonsense is refused and the server lives on', async () => {
    assert.equal((await fetched('/%E0%A4%A')).status, 400);
    assert.equal((await fetched('/%00')).status, 400);
    assert.equal((await fetched('/', { method: 'POST', body: 'x' })).status, 405);
    assert.equal((await fetched('/guides/streams/')).status, 200);
  });
});

describe('bytes on the wire', () => {
  const HOST = 'Host: x\r\nConnection: close\r\n\r\n';
  const NONSENSE = 'This is no request that HTTP/1.1 knows.\n';
  for (const [name, bytes, status, line] of [
    ['that are no request', 'NONSENSE\r\n\r\n', '400 Bad Request', NONSENSE],
    ['with an unknown method', `BREW / HTTP/1.1\r\n${HOST}`, '400 Bad Request', NONSENSE],
    ['with a blank in the path', `GET /a b HTTP/1.1\r\n${HOST}`, '400 Bad Request', NONSENSE],
    [
      'with headers without end',
      `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n${HOST}`,
      '431 Request Header Fields Too Large',
      'The address and the headers are longer than 16 kB together.\n',
    ],
    [
      'with a very long address',
      `GET /${'x'.repeat(5000)} HTTP/1.1\r\n${HOST}`,
      '414 URI Too Long',
      'The address is longer than 4096 characters.\n',
    ],
    [
      'for a tunnel',
      `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}`,
      '405 Method Not Allowed',
      'CONNECT is not served here, only GET and HEAD.\n',
    ],
    [
      'that ask to be echoed',
      `TRACE / HTTP/1.1\r\n${HOST}`,
      '405 Method Not Allowed',
      'TRACE is not served here, only GET and HEAD.\n',
    ],
  ] as const) {
    test(`${name} are answered with ${status}, in words`, async () => {
      const { port } = new URL(running.url);
      const socket = createConnection({ host: '127.0.0.1', port: Number(port) });
      socket.write(bytes);
      const [head = '', body] = (await text(socket)).split('\r\n\r\n');
      assert.equal(head.split('\r\n')[0], `HTTP/1.1 ${status}`);
      assert.match(head, /content-type: text\/plain; charset=utf-8/i);
      assert.equal(body, line);
      assert.equal((await fetched('/guides/streams/')).status, 200);
    });
  }
});

describe('a server', () => {
  test('on a taken port says so, and the way out', async () => {
    const port = Number(new URL(running.url).port);
    await assert.rejects(serve({ ...options(), port }), {
      message: `port ${port} on 127.0.0.1 is taken: stop what runs there, or take another one: PORT=${port + 1} npm start`,
    });
  });

  test('on a host that is not this machine’s says so', async () => {
    await assert.rejects(
      serve({ ...options(), host: '192.0.2.1' }),
      /^Error: cannot listen on port 0 on 192\.0\.2\.1: /,
    );
  });

  test('on all interfaces names an address that can be visited', async () => {
    const everywhere = await serve({ ...options(), host: '0.0.0.0' });
    assert.match(everywhere.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
    await everywhere.close();
  });

  // Left to themselves, both would stay open for a minute.
  test('stops although clients keep their connections open', { timeout: 20_000 }, async (t) => {
    const server = await serve(options());
    const { hostname, port } = new URL(server.url);
    const silent = createConnection(Number(port), hostname);
    t.after(() => silent.destroy());
    await once(silent, 'connect');
    await (await fetch(server.url)).text();
    const ended = once(silent, 'close');
    await server.close();
    await ended;
    await assert.rejects(fetch(server.url));
  });
});
