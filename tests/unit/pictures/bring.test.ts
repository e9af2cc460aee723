import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { bringPicture, type Outcome } from '../../../src/pictures/bring.ts';
import { pictureFile } from '../../../src/pictures/folder.ts';
import { fromFolder, fromServer } from '../../../src/pictures/sources.ts';
import type { ImageFacts, ImageTable } from '../../../src/pictures/table.ts';
import { draw } from './drawn.ts';

const KEY = 'img/flow.png';
const { bytes, facts } = await draw(64, 48, 'http://127.0.0.1:9/img/flow.png');
const other = await draw(48, 64, '');

/** What the server does with the next requests, and what it was asked. */
let respond: (request: IncomingMessage, response: ServerResponse) => void;
let asked: { path: string | undefined; range: string | undefined }[];
const server = createServer((request, response) => {
  asked.push({ path: request.url, range: request.headers.range });
  respond(request, response);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/pinned/`);
after(() => server.close());

let folder: string;

/** Knows ranges, as raw.githubusercontent.com does. */
function serveWhole({ headers }: IncomingMessage, response: ServerResponse): void {
  const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  if (start >= bytes.length) response.writeHead(416).end();
  else if (start === 0) response.end(bytes);
  else {
    const range = `bytes ${start}-${bytes.length - 1}/${bytes.length}`;
    response.writeHead(206, { 'Content-Range': range }).end(bytes.subarray(start));
  }
}

const bring = (
  changes: Partial<ImageFacts> = {},
  key = KEY,
  milliseconds = 5000,
): Promise<Outcome> =>
  bringPicture(key, { ...facts, ...changes }, { source: fromServer(base), folder, milliseconds });
const here = (name = KEY) => join(folder, name);
const put = (content: Buffer, name = KEY) => {
  mkdirSync(dirname(here(name)), { recursive: true });
  writeFileSync(here(name), content);
};

describe('bringing a picture', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    asked = [];
    respond = serveWhole;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  describe('a picture', () => {
    test('is brought whole, and asked for at its key', async () => {
      assert.deepEqual(await bring(), { kind: 'brought' });
      assert.deepEqual(readFileSync(here()), bytes);
      assert.deepEqual(asked, [{ path: '/pinned/img/flow.png', range: undefined }]);
    });

    test('comes from where the table says when no other place is named', async () => {
      const upstream = new URL('elsewhere/flow.png', base).href;
      const journey = { source: fromServer(), folder, milliseconds: 5000 };
      assert.deepEqual(await bringPicture(KEY, { ...facts, upstream }, journey), {
        kind: 'brought',
      });
      assert.equal(asked[0]?.path, '/pinned/elsewhere/flow.png');
    });

    test('that is here is not fetched again', async () => {
      put(bytes);
      assert.deepEqual(await bring(), { kind: 'kept' });
      assert.deepEqual(asked, []);
    });

    test('that was changed here is fetched again', async () => {
      put(Buffer.from(bytes).fill(0, 40, 60));
      assert.deepEqual(await bring(), { kind: 'brought' });
      assert.deepEqual(readFileSync(here()), bytes);
    });

    test('with another sha256 is refused and not kept', async () => {
      respond = (_, response) =>
        response.end(Buffer.concat([other.bytes, bytes]).subarray(0, bytes.length));
      const outcome = await bring();
      assert.equal(outcome.kind, 'failed');
      assert.match(
        outcome.kind === 'failed' ? outcome.reason : '',
        /^sha256 is [\da-f]{64}, expected /,
      );
      assert.equal(existsSync(here()), false);
      assert.equal(existsSync(here(`${KEY}.part`)), false);
    });

    test('that is not there is a failure with its address', async () => {
      respond = (_, response) => response.writeHead(404).end('not here');
      assert.deepEqual(await bring(), {
        kind: 'failed',
        reason: `${base.href}img/flow.png answers 404, expected the picture`,
      });
    });

    test('is asked for once of a server that refuses a range nobody asked for', async () => {
      respond = (_, response) => response.writeHead(416).end();
      const reason = `${base}img/flow.png answers 416, expected the picture`;
      assert.deepEqual(await bring(), { kind: 'failed', reason });
      assert.equal(asked.length, 1);
    });

    test('is not looked for where a redirect leads', async () => {
      respond = ({ url }, response) =>
        url === '/stolen.png'
          ? response.end(bytes)
          : response.writeHead(302, { Location: '/stolen.png' }).end();
      assert.deepEqual(await bring(), {
        kind: 'failed',
        reason: `${base.href}img/flow.png answers 302 (to /stolen.png), expected the picture`,
      });
      assert.equal(asked.length, 1);
    });

    test('that is cut off is gone on with the next time', async () => {
      respond = (_, response) => {
        response.writeHead(200, { 'Content-Length': bytes.length });
        response.write(bytes.subarray(0, 1000));
        setTimeout(() => response.destroy(), 200);
      };
      assert.equal((await bring()).kind, 'failed');
      assert.deepEqual(readFileSync(here(`${KEY}.part`)), bytes.subarray(0, 1000));
      respond = serveWhole;
      assert.deepEqual(await bring(), { kind: 'brought' });
      assert.equal(asked.at(-1)?.range, 'bytes=1000-');
      assert.deepEqual(readFileSync(here()), bytes);
      assert.equal(existsSync(here(`${KEY}.part`)), false);
    });

    test('that ends early says how much is missing', async () => {
      respond = (_, response) => response.end(bytes.subarray(0, 1000));
      assert.deepEqual(await bring(), {
        kind: 'failed',
        reason: `ended after 1000 of ${bytes.length} bytes: run this again to go on`,
      });
    });

    test('is begun anew by a server that knows no ranges', async () => {
      put(other.bytes.subarray(0, 500), `${KEY}.part`);
      respond = (_, response) => response.end(bytes);
      assert.deepEqual(await bring(), { kind: 'brought' });
      assert.deepEqual(readFileSync(here()), bytes);
    });

    test('is begun anew when what is here is not its beginning', async () => {
      put(Buffer.alloc(bytes.length + 10), `${KEY}.part`);
      assert.deepEqual(await bring(), { kind: 'brought' });
      put(Buffer.alloc(bytes.length - 1), `${KEY}.part`);
      rmSync(here());
      assert.equal((await bring()).kind, 'failed');
      assert.deepEqual(await bring(), { kind: 'brought' });
    });

    test(
      'of which more comes than the table says is not read on',
      { timeout: 10_000 },
      async () => {
        let sent = 0;
        respond = (_, response) => {
          const more = () => {
            if (response.destroyed) return;
            sent += bytes.length;
            response.write(bytes, more);
          };
          more();
        };
        assert.deepEqual(await bring(), {
          kind: 'failed',
          reason: `is larger than ${bytes.length} bytes`,
        });
        assert.equal(existsSync(here(`${KEY}.part`)), false);
        assert.ok(sent < 100_000_000, `${sent} bytes sent`);
      },
    );

    test('that takes too long is given up', async () => {
      respond = (_, response) => response.write(bytes.subarray(0, 10));
      assert.deepEqual(await bring({}, KEY, 300), {
        kind: 'failed',
        reason: 'took longer than 0.3 s: run this again to go on',
      });
    });

    test('of which nobody knows the sha256 is left where it is', async () => {
      assert.deepEqual(await bring({ sha256: null, bytes: null }), { kind: 'unknown' });
      assert.deepEqual(asked, []);
    });

    test('is brought from a folder as well, and missed there', async () => {
      const from = mkdtempSync(join(tmpdir(), 'from-'));
      const journey = { source: fromFolder(from), folder, milliseconds: 5000 };
      try {
        assert.deepEqual(await bringPicture(KEY, facts, journey), {
          kind: 'failed',
          reason: `is not in ${from}`,
        });
        mkdirSync(join(from, 'img'));
        writeFileSync(join(from, KEY), bytes);
        assert.deepEqual(await bringPicture(KEY, facts, journey), { kind: 'brought' });
      } finally {
        rmSync(from, { recursive: true });
      }
    });
  });

  describe('no key leaves the folder', () => {
    for (const key of [
      '../flow.png',
      'img/../../flow.png',
      '/etc/flow.png',
      'C:\\flow.png',
      'img\\..\\flow.png',
      './flow.png',
      'img//flow.png',
      'img/.hidden.png',
      'img/flow.png\0.png',
      '%2e%2e/flow.png',
      'img/flow.png.part',
      'img/flow.mjs',
      '',
    ]) {
      test(JSON.stringify(key), async () => {
        assert.throws(() => pictureFile(key, folder), /is no path to a picture/);
        assert.equal((await bring({}, key)).kind, 'failed');
        assert.deepEqual(asked, []);
      });
    }
  });

  describe('npm run images', () => {
    const script = resolve('scripts/images.ts');
    const run = async (table: ImageTable, ...args: string[]) => {
      mkdirSync(join(folder, 'content/_source'), { recursive: true });
      writeFileSync(join(folder, 'content/_source/images.json'), JSON.stringify(table));
      const child = spawn(process.execPath, [script, ...args], { cwd: folder });
      const said = { stdout: '', stderr: '' };
      child.stdout.on('data', (text: Buffer) => (said.stdout += text.toString()));
      child.stderr.on('data', (text: Buffer) => (said.stderr += text.toString()));
      const [code] = (await once(child, 'close')) as [number];
      return { code, ...said };
    };

    test('tells what came of each picture and ends well', async () => {
      const unknown = { ...facts, sha256: null, bytes: null };
      const { code, stdout, stderr } = await run(
        { [KEY]: facts, 'img/a.gif': unknown },
        '--from',
        base.href,
      );
      assert.match(
        stdout,
        /img\/a\.gif: its sha256 is not known, so it stays where upstream has it/,
      );
      assert.match(stdout, /\d\/2 brought img\/flow\.png \(\d+ kB\)/);
      assert.match(stdout, /^1 brought, 0 kept, 1 unknown, 0 failed$/m);
      assert.deepEqual([code, stderr], [0, '']);
      assert.deepEqual(readFileSync(join(folder, 'content/_source/images', KEY)), bytes);
    });

    test('ends with 1 and a line for each picture that fails, and brings the others', async () => {
      const table = {
        'img/wrong.png': { ...facts, sha256: '0'.repeat(64) },
        '../x.png': facts,
        [KEY]: facts,
      };
      const { code, stdout, stderr } = await run(table, '--from', base.href);
      assert.equal(code, 1);
      assert.deepEqual(stderr.trim().split('\n').toSorted(), [
        '../x.png: is no path to a picture, expected one such as img/flow.png',
        `img/wrong.png: sha256 is ${facts.sha256}, expected ${'0'.repeat(64)}`,
      ]);
      assert.match(stdout, /^1 brought, 0 kept, 0 unknown, 2 failed$/m);
      assert.deepEqual(existsSync(join(folder, 'content/x.png')), false);
    });

    for (const args of [
      ['--from', '/no/such/folder'],
      ['--from', 'ftp://host/'],
      ['--timeout', 'soon'],
      ['--all'],
    ]) {
      test(`refuses ${args.join(' ')} as wrong usage`, async () => {
        const { code, stderr } = await run({}, ...args);
        assert.equal(code, 2);
        assert.match(stderr, /see --help$/m);
      });
    }

    test('explains itself', async () => {
      const { code, stdout } = await run({}, '--help');
      assert.equal(code, 0);
      assert.match(stdout, /^Usage: npm run images/);
    });
  });
});
