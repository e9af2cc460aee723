import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import { listenFrom, originOf } from '../../../src/model/listen.ts';
import { refuseTakenPort, serveUntilStopped } from '../../../src/server/local.ts';

test('the server listens on this machine’s port 4321 unless told otherwise', () => {
  assert.deepEqual(listenFrom({}), { host: '127.0.0.1', port: 4321 });
  assert.deepEqual(listenFrom({ HOST: '', PORT: '' }), { host: '127.0.0.1', port: 4321 });
  assert.deepEqual(listenFrom({ HOST: '0.0.0.0', PORT: '80' }), { host: '0.0.0.0', port: 80 });
  assert.deepEqual(listenFrom({ PORT: '0' }), { host: '127.0.0.1', port: 0 });
});

for (const port of ['x', '-1', '65536', '80.5', '0x10000']) {
  test(`PORT=${port} is refused`, () =>
    assert.throws(() => listenFrom({ PORT: port }), {
      message: `PORT is "${port}", expected a number from 0 to 65535`,
    }));
}

for (const host of [' ', '[::1]', '127.0.0.1:99', 'http://docs.local']) {
  test(`HOST=${host} is refused`, () =>
    assert.throws(() => listenFrom({ HOST: host }), {
      message: `HOST is "${host}", expected a name or an IP address such as 127.0.0.1 or ::1`,
    }));
}

test('a visitor’s address names a host that can be reached', () => {
  assert.equal(originOf({ host: '127.0.0.1', port: 4321 }), 'http://127.0.0.1:4321');
  assert.equal(originOf({ host: '0.0.0.0', port: 80 }), 'http://127.0.0.1:80');
  assert.equal(originOf({ host: '::', port: 80 }), 'http://127.0.0.1:80');
  assert.equal(originOf({ host: '::1', port: 4321 }), 'http://[::1]:4321');
});

test('a site without SITE_URL lives where it is served', () => {
  assert.equal(addressOf({ PORT: '4322' }).site, 'http://127.0.0.1:4322');
  assert.equal(addressOf({ HOST: 'docs.local' }).site, 'http://docs.local:4321');
  assert.equal(
    addressOf({ PORT: '4322', SITE_URL: 'https://docs.example' }).site,
    'https://docs.example',
  );
});

test('a taken port is found before anything is built, a free one stays free', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await assert.rejects(
    refuseTakenPort({ host: '127.0.0.1', port }),
    /is taken: .*PORT=\d+ npm start/,
  );
  other.close();
  await once(other, 'close');
  await refuseTakenPort({ host: '127.0.0.1', port });
  await refuseTakenPort({ host: '127.0.0.1', port });
});

test('where nothing is built, serving says what to run', async () => {
  await assert.rejects(serveUntilStopped('/nowhere', { host: '127.0.0.1', port: 0 }), {
    message: '/nowhere/ holds no built site: run "npm run build" first',
  });
});

test('a site that was built for another base path is not served', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'based-'));
  writeFileSync(join(folder, 'index.html'), '');
  const home = { route: '/', url: 'https://docs.example/motia/' };
  writeFileSync(join(folder, 'pages.json'), JSON.stringify({ pages: [home] }));
  await assert.rejects(serveUntilStopped(folder, { host: '127.0.0.1', port: 0 }), {
    message: `${folder}/ was built for the base path /motia/, not /: set BASE_PATH=/motia/, or build it again`,
  });
  rmSync(folder, { recursive: true });
});
