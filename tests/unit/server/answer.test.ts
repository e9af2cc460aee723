import assert from 'node:assert/strict';
import { validateHeaderValue } from 'node:http';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addressOf } from '../../../src/model/address.ts';
import { headerRules } from '../../../src/server/headers.ts';
import { answer, type Answer, type Question, type Served } from '../../../src/server/answer.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const AGENT = 'text/markdown, text/html;q=0.5';
const FRESH = 'public, max-age=600, must-revalidate';
const EVERYWHERE = {
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
};
const DOCUMENT = {
  'Content-Security-Policy': "default-src 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

function servedAt(base: string): Served {
  return {
    address: addressOf({ SITE_URL: 'https://docs.example', BASE_PATH: base }),
    rules: headerRules({ policy: "default-src 'none'", site: 'https://docs.example' }),
    pages: [
      { route: '/guides/streams/', title: 'Streams' },
      { route: '/concepts/steps/', title: 'Steps' },
    ],
    site: {
      files: new Set([
        '/index.html',
        '/index.md',
        '/404.html',
        '/search/index.html',
        '/guides/streams/index.html',
        '/guides/streams/index.html.br',
        '/guides/streams/index.html.gz',
        '/guides/streams.md',
        '/guides/streams.md.br',
        '/guides/streams.python.md',
        '/guides/streams.scraped.md',
        '/skill.md',
        '/llms.txt',
        '/_astro/page.C4vT.css',
        '/pagefind/wasm.en.pagefind',
      ]),
      redirects: new Map([
        ['/docs/guide/streams', '/guides/streams/'],
        ['/docs/guide/streams.md', '/guides/streams.md'],
        ['/docs/guide/live', '/guides/streams/#live'],
      ]),
    },
  };
}

const root = servedAt('/');
const ask = (target: string, question: Partial<Question> = {}, served = root): Answer =>
  answer(served, { method: 'GET', target, ...question });
const fileOf = (said: Answer) => ('file' in said ? said.file : said.text);

describe('a page as the scrape has it', () => {
  test('is what `?as=scraped` asks for, at the page and at its twin', () => {
    for (const target of ['/guides/streams/?as=scraped', '/guides/streams.md?x=1&as=scraped']) {
      const said = ask(target, { accept: BROWSER });
      assert.equal(fileOf(said), '/guides/streams.scraped.md');
      assert.equal(said.headers['Content-Type'], 'text/markdown; charset=utf-8');
      assert.match(said.headers['Link'] ?? '', /^<\/guides\/streams\/>; rel="canonical"/);
    }
  });

  test('is the page itself where nothing of ours is in it', () => {
    assert.equal(fileOf(ask('/?as=scraped', { accept: BROWSER })), '/index.html');
  });
});

describe('a page', () => {
  test('is HTML for a browser, and says that the answer depends on Accept', () => {
    assert.deepEqual(ask('/guides/streams/', { accept: BROWSER }), {
      status: 200,
      file: '/guides/streams/index.html',
      headers: {
        'Cache-Control': FRESH,
        ...EVERYWHERE,
        ...DOCUMENT,
        'Content-Type': 'text/html; charset=utf-8',
        Link: '</guides/streams.md>; rel="alternate"; type="text/markdown", </llms.txt>; rel="describedby"; type="text/plain"',
        Vary: 'Accept, Accept-Encoding',
      },
    });
  });

  test('is its twin for an agent: private, with the twin’s address, and the same Vary', () => {
    assert.deepEqual(ask('/guides/streams/', { accept: AGENT }), {
      status: 200,
      file: '/guides/streams.md',
      headers: {
        'Cache-Control': 'private, max-age=600, must-revalidate',
        'Content-Location': '/guides/streams.md',
        ...EVERYWHERE,
        'Content-Type': 'text/markdown; charset=utf-8',
        Link: '</guides/streams/>; rel="canonical"; type="text/html", </llms.txt>; rel="describedby"; type="text/plain"',
        Vary: 'Accept, Accept-Encoding',
      },
    });
  });

  test('comes compressed where the client takes it, in either form', () => {
    const html = ask('/guides/streams/', { accept: BROWSER, encoding: 'gzip, br' });
    assert.equal(fileOf(html), '/guides/streams/index.html.br');
    assert.equal(html.headers['Content-Encoding'], 'br');
    assert.equal(html.headers['Content-Type'], 'text/html; charset=utf-8');
    const twin = ask('/guides/streams/', { accept: AGENT, encoding: 'gzip' });
    assert.equal(fileOf(twin), '/guides/streams.md');
    assert.equal(twin.headers['Content-Encoding'], undefined);
  });

  test('answers HEAD as GET', () => {
    for (const accept of [BROWSER, AGENT, 'image/png']) {
      assert.deepEqual(
        ask('/guides/streams/', { accept, method: 'HEAD' }),
        ask('/guides/streams/', { accept }),
      );
    }
  });

  test('is 406 when nothing fits, and says what there is', () => {
    const said = ask('/guides/streams/', { accept: 'application/json' });
    assert.equal(said.status, 406);
    assert.equal(said.headers['Vary'], 'Accept');
    assert.match(fileOf(said), /text\/html; charset=utf-8 or text\/markdown; charset=utf-8/);
  });

  test('without a twin is HTML or 406, and does not vary', () => {
    assert.equal(fileOf(ask('/search/', { accept: 'text/markdown, */*' })), '/search/index.html');
    assert.equal(ask('/search/', { accept: BROWSER }).headers['Vary'], undefined);
    assert.equal(ask('/search/', { accept: 'text/markdown' }).status, 406);
  });

  test('keeps its query to itself', () => {
    assert.equal(fileOf(ask('/?lang=python', { accept: BROWSER })), '/index.html');
  });
});

describe('a file', () => {
  test('that is a twin links to its page and to the index, below the base; any other links to nothing', () => {
    const links = (target: string) => ask(target, {}, servedAt('/motia/')).headers['Link'];
    const toPage = (route: string) =>
      `</motia${route}>; rel="canonical"; type="text/html", </motia/llms.txt>; rel="describedby"; type="text/plain"`;
    assert.equal(links('/motia/guides/streams.md'), toPage('/guides/streams/'));
    assert.equal(links('/motia/guides/streams.python.md'), toPage('/guides/streams/'));
    assert.equal(links('/motia/index.md'), toPage('/'));
    assert.equal(links('/motia/llms.txt'), undefined);
    assert.equal(links('/motia/skill.md'), undefined);
  });

  for (const [path, type, cache, vary] of [
    ['/guides/streams.md', 'text/markdown; charset=utf-8', FRESH, 'Accept-Encoding'],
    ['/llms.txt', 'text/plain; charset=utf-8', FRESH, undefined],
    [
      '/_astro/page.C4vT.css',
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
      undefined,
    ],
    ['/pagefind/wasm.en.pagefind', 'application/octet-stream', FRESH, undefined],
  ] as const) {
    test(`${path} is ${type}, whatever Accept says`, () => {
      for (const accept of [BROWSER, AGENT, 'application/json']) {
        const said = ask(path, { accept });
        assert.equal(said.status, 200);
        assert.equal(fileOf(said), path);
        assert.equal(said.headers['Content-Type'], type);
        assert.equal(said.headers['Cache-Control'], cache);
        assert.equal(said.headers['Vary'], vary);
      }
    });
  }
});

describe('a moved address', () => {
  for (const [name, target, location] of [
    ['an upstream path', '/docs/guide/streams', '/guides/streams/'],
    ['with a slash', '/docs/guide/streams/', '/guides/streams/'],
    ['stays in Markdown', '/docs/guide/streams.md', '/guides/streams.md'],
    ['keeps the anchor', '/docs/guide/live', '/guides/streams/#live'],
    [
      'puts the query before it',
      '/docs/guide/live?lang=python',
      '/guides/streams/?lang=python#live',
    ],
    ['a page without its slash', '/guides/streams?a=b', '/guides/streams/?a=b'],
    ['an address that is percent-encoded', '/docs/guide/%73treams', '/guides/streams/'],
    ['the absolute form of a proxy', 'http://docs.example/guides/streams', '/guides/streams/'],
  ] as const) {
    test(`${name}: ${target} → ${location}`, () => {
      const said = ask(target);
      assert.equal(said.status, 308);
      assert.equal(said.headers['Location'], location);
      assert.equal(said.headers['Cache-Control'], FRESH);
    });
  }

  test('never leads to another host', () => {
    for (const target of [
      '//evil.example/',
      '//evil.example',
      '/\\evil.example',
      '//guides/streams',
    ]) {
      assert.equal(ask(target).status, 404, target);
    }
  });
});

describe('an address where nothing is', () => {
  test('is 404 with the site’s page for a browser, not to be kept', () => {
    const said = ask('/guides/steams/', { accept: BROWSER });
    assert.equal(said.status, 404);
    assert.equal(fileOf(said), '/404.html');
    assert.equal(said.headers['Cache-Control'], 'no-cache');
    assert.equal(said.headers['Vary'], 'Accept');
  });

  test('is 404 in Markdown with the nearest pages for an agent', () => {
    const said = ask('/guides/steams/', { accept: AGENT });
    assert.equal(said.status, 404);
    assert.equal(said.headers['Content-Type'], 'text/markdown; charset=utf-8');
    assert.equal(said.headers['Vary'], 'Accept');
    assert.equal(
      fileOf(said),
      `# Page not found

Nothing is at \`/guides/steams/\`.

The nearest pages:

- [Streams](https://docs.example/guides/streams.md)
- [Steps](https://docs.example/concepts/steps.md)

All pages: [llms.txt](https://docs.example/llms.txt)
`,
    );
  });

  test('that ends in .md is Markdown without being asked, but not for a browser', () => {
    assert.match(fileOf(ask('/guides/steams.md', { accept: '*/*' })), /^# Page not found/);
    assert.equal(fileOf(ask('/guides/steams.md', { accept: BROWSER })), '/404.html');
  });

  test('cannot put Markdown of its own into the answer', () => {
    const said = ask('/%60%0A%0A[click](https://evil.example)', { accept: AGENT });
    assert.match(
      fileOf(said),
      /^Nothing is at `\/%60%0A%0A%5Bclick%5D\(https:\/\/evil.example\)`\.$/m,
    );
  });

  test('is 404 also for a client that takes neither form', () => {
    assert.equal(ask('/favicon.png', { accept: 'image/png' }).status, 404);
  });

  for (const target of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/..%5cx',
  ]) {
    test(`cannot climb out of the site: ${target}`, () => assert.equal(ask(target).status, 404));
  }
});

describe('a request that makes no sense', () => {
  for (const target of ['/%', '/%E0%A4%A', '/%ff', '/a%00b', '*', '', 'docs.example:443']) {
    test(`is 400: "${target}"`, () => {
      const said = ask(target);
      assert.equal(said.status, 400);
      assert.equal(said.headers['Content-Type'], 'text/plain; charset=utf-8');
    });
  }

  test('is 414 for an address longer than any of ours', () => {
    assert.equal(ask(`/${'x'.repeat(4095)}`).status, 404);
    assert.equal(ask(`/${'x'.repeat(4096)}`).status, 414);
  });

  test('has the policy of a page, as browsers show it as one', () => {
    for (const target of ['/%', '/nowhere.md', '/guides/streams']) {
      assert.equal(ask(target).headers['Content-Security-Policy'], "default-src 'none'", target);
    }
  });

  test('is 405 for a method that changes things, and says which are served', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const said = ask('/', { method });
      assert.deepEqual([said.status, said.headers['Allow']], [405, 'GET, HEAD']);
    }
  });
});

test('whatever the request says, there is an answer that can be sent, of the site’s own files', () => {
  const nearly = fc
    .array(
      fc.constantFrom(
        '/',
        '.',
        '..',
        '%2f',
        '%5c',
        '%00',
        '?',
        '#',
        '%',
        'guides',
        'streams',
        'docs',
        'guide',
        '.md',
        'é',
      ),
    )
    .map((parts) => `/${parts.join('')}`);
  const question = fc.record({
    method: fc.constantFrom('GET', 'HEAD', 'POST'),
    target: fc.oneof(nearly, fc.string({ unit: 'binary' })),
    accept: fc.oneof(fc.constantFrom(undefined, BROWSER, AGENT), fc.string()),
    encoding: fc.oneof(fc.constantFrom(undefined, 'br'), fc.string()),
  });
  fc.assert(
    fc.property(question, (asked) => {
      const said = answer(root, asked);
      for (const [name, value] of Object.entries(said.headers)) validateHeaderValue(name, value);
      assert.ok(!('file' in said) || root.site.files.has(said.file));
      assert.ok(!/^(\/\/|[^/])/.test(said.headers['Location'] ?? '/'));
    }),
    { numRuns: 2000 },
  );
});

describe('under a base path', () => {
  const based = servedAt('/motia/');
  const at = (target: string, accept = BROWSER) => ask(target, { accept }, based);

  test('the site is below it', () => {
    assert.equal(fileOf(at('/motia/guides/streams/')), '/guides/streams/index.html');
    assert.equal(fileOf(at('/motia/llms.txt')), '/llms.txt');
  });

  test('redirects and the twin’s address carry it', () => {
    assert.equal(at('/motia/docs/guide/live').headers['Location'], '/motia/guides/streams/#live');
    assert.equal(at('/motia/guides/streams').headers['Location'], '/motia/guides/streams/');
    assert.equal(
      at('/motia/guides/streams/', AGENT).headers['Content-Location'],
      '/motia/guides/streams.md',
    );
  });

  test('its door and the host’s root lead in', () => {
    assert.equal(at('/motia').headers['Location'], '/motia/');
    assert.equal(at('/').headers['Location'], '/motia/');
  });

  test('beside it is nothing', () => {
    for (const target of ['/guides/streams/', '/motiaguides/streams/', '/llms.txt']) {
      assert.equal(at(target).status, 404, target);
    }
  });

  test('the Markdown 404 links below it', () => {
    assert.match(
      fileOf(at('/motia/steams.md', '*/*')),
      /https:\/\/docs\.example\/motia\/guides\/streams\.md/,
    );
  });
});
