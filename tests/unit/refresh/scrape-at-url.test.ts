import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fetchScrape, type Bounds, type Fetched } from '../../../src/refresh/scrape-at-url.ts';

/** Asks a server of the test's own. */
async function asked(
  answers: RequestListener,
  {
    known,
    bounds,
    path = '/docs.txt',
  }: { known?: Omit<Fetched, 'url'>; bounds?: Bounds; path?: string } = {},
) {
  const server = createServer(answers).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const told: [number, number | undefined][] = [];
  try {
    const last = known && { ...known, url };
    const answer = await fetchScrape(url, last, (...progress) => told.push(progress), bounds);
    const text = answer.kind === 'scrape' ? Buffer.from(answer.bytes).toString() : undefined;
    return { ...answer, text, told };
  } catch (error) {
    return { error: (error as Error).message.replace(url, 'URL') };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('a scrape from the web', () => {
  test('comes through a redirect, with what the server says of it, and its progress is told', async () => {
    const { error, ...answer } = (await asked(
      (request, response) => {
        if (request.url === '/old') response.writeHead(302, { Location: '/docs.txt' }).end();
        else response.writeHead(200, { ETag: '"1"', 'Content-Length': 5 }).end('pages');
      },
      { path: '/old' },
    )) as { error?: string; text?: string; etag?: string | null; told?: unknown[] };
    assert.equal(error, undefined);
    assert.deepEqual([answer.text, answer.etag, answer.told], ['pages', '"1"', [[5, 5]]]);
  });

  test('is not loaded again when the server says that it is the same', async () => {
    const known = { etag: '"1"', lastModified: null, sha256: '' };
    const answer = await asked(
      (request, response) =>
        response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end(),
      { known },
    );
    assert.equal('kind' in answer && answer.kind, 'unchanged');
  });

  for (const [what, error, answers, bounds] of [
    [
      'is not there',
      'URL: the server answers 404',
      (_, response) => response.writeHead(404).end(),
      undefined,
    ],
    [
      'is too large',
      'URL: larger than 0.000004 MB, no scrape is',
      (_, response) => response.end('pages'),
      { seconds: 5, bytes: 4 },
    ],
    [
      'does not come in time',
      'URL: not loaded within 0.1 s; try again, or load it by hand',
      (_, response) => void wait(1000).then(() => response.end()),
      { seconds: 0.1, bytes: 4 },
    ],
  ] as [string, string, RequestListener, Bounds | undefined][]) {
    test(`that ${what} is one line`, async () => {
      assert.deepEqual(await asked(answers, bounds ? { bounds } : {}), { error });
    });
  }

  test('from where nobody listens is one line', async () => {
    await assert.rejects(
      fetchScrape('http://127.0.0.1:1/x', undefined, () => {}),
      {
        message: /^http:\/\/127\.0\.0\.1:1\/x: can't be reached: /,
      },
    );
  });
});
