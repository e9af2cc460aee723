import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import { fallbackFiles, isForServers, withPolicy } from '../../../src/server/static-forms.ts';

const address = addressOf({ SITE_URL: 'https://docs.example', BASE_PATH: '/kb/' });

describe('a moved address, where nothing but files can be served,', () => {
  const files = fallbackFiles(
    new Map([
      ['/docs/live', '/guides/streams/#live'],
      ['/docs/live.md', '/guides/streams.md#live'],
      ['/docs/live.mdx', '/guides/streams.md#live'],
      ['/docs/live/index.md', '/guides/streams.md'],
    ]),
    address,
  );

  test('is a page that leads on by itself and by a link, and is indexed nowhere', () => {
    assert.equal(
      files.get('/docs/live/index.html'),
      `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta http-equiv="refresh" content="0; url=/kb/guides/streams/#live">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>This page has moved</title>
<link rel="canonical" href="https://docs.example/kb/guides/streams/#live">
</head>
<body>
<main>
<h1>This page has moved</h1>
<p>It is now at <a href="/kb/guides/streams/#live">https://docs.example/kb/guides/streams/#live</a>.</p>
</main>
</body>
</html>
`,
    );
  });

  test('of Markdown is a line of Markdown', () => {
    assert.deepEqual(
      [...files.keys()],
      ['/docs/live/index.html', '/docs/live.md', '/docs/live/index.md'],
    );
    assert.equal(
      files.get('/docs/live.md'),
      'This page has moved to https://docs.example/kb/guides/streams.md#live\n',
    );
  });

  for (const path of ['docs', '/docs/../../x', '/docs//x', '/docs/', '/a\\b', '/docs/..']) {
    test(`cannot leave the folder: ${path}`, () =>
      assert.throws(() => fallbackFiles(new Map([[path, '/']]), address), {
        message: `${JSON.stringify(path)} is a moved address, but no plain path`,
      }));
  }

  test('cannot write HTML', () => {
    const odd = fallbackFiles(new Map([['/x', '/"><script>']]), address).get('/x/index.html');
    assert.ok(!/<script>|""/.test(odd ?? ''));
  });
});

test('a page says the policy itself, after its charset', () => {
  assert.equal(
    withPolicy(
      '<head><meta charset="utf-8"/><title>x</title>',
      `default-src 'none'; frame-ancestors 'none'`,
    ),
    `<head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>x</title>`,
  );
  assert.throws(() => withPolicy('<head>', "default-src 'none'"), /no <meta charset/);
});

test('compressed copies and our server’s rules stay at home', () => {
  assert.deepEqual(
    ['/index.html', '/index.html.br', '/llms.txt.gz', '/_headers.json', '/_headers'].filter(
      isForServers,
    ),
    ['/index.html.br', '/llms.txt.gz', '/_headers.json'],
  );
});
