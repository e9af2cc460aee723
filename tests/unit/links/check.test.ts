import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import { checkLinks, type PageLinks } from '../../../src/links/check.ts';
import { readHtml } from '../../../src/links/read-html.ts';
import { markdownReader } from '../../../src/links/read-markdown.ts';
import { describe as describeFinding } from '../../../src/links/report.ts';

interface Fixture {
  readonly files: Readonly<Record<string, string>>;
  readonly redirects?: Readonly<Record<string, string>>;
  readonly base?: string;
}

/** A tiny site, checked: `[page, link, error, line]` of each finding. */
function findingsOf({ files, redirects = {}, base = '/' }: Fixture): unknown[] {
  const pages = new Map<string, PageLinks>();
  for (const [file, text] of Object.entries(files)) {
    if (file.endsWith('.html')) pages.set(file, readHtml(text));
    if (/\.(md|txt)$/.test(file)) pages.set(file, markdownReader()(text));
  }
  const site = {
    files: new Set(Object.keys(files)),
    redirects: new Map(Object.entries(redirects)),
    pages,
  };
  const address = addressOf({ SITE_URL: 'https://docs.example', BASE_PATH: base });
  return checkLinks(site, address).map(({ page, link, error, line }) => [page, link, error, line]);
}

const STREAMS = '<h1 id="_top">Streams</h1><h2 id="top-level">x</h2><h2 id="-quick-start">x</h2>';

/** Findings for one page at /guides/state/ that holds `html`, beside the Streams page and its twin. */
function inPage(html: string, redirects?: Fixture['redirects'], base?: string): unknown[] {
  const findings = findingsOf({
    files: {
      '/index.html': '',
      '/guides/streams/index.html': STREAMS,
      '/guides/streams.md': '',
      '/guides/streams.python.md': '',
      '/guides/state/index.html': html,
      '/llms.txt': '',
    },
    ...(redirects && { redirects }),
    ...(base && { base }),
  });
  return findings.map((finding) => (finding as unknown[]).slice(1));
}

test('links that lead somewhere are fine, in every way to write them', () => {
  assert.deepEqual(
    inPage(
      `<a href="/">x</a><a href="/guides/streams/">x</a><a href="../streams/">x</a>
       <a href="/guides/streams/#top-level">x</a><a href="/guides/streams/?lang=python#top-level">x</a>
       <a href="/guides/streams/#-quick-start">x</a><a href="/guides/streams/#_top">x</a>
       <a href="/guides/streams.md#top-level">x</a><a href="/guides/streams.python.md#top-level">x</a>
       <a href="/llms.txt">x</a><a href="https://docs.example/llms.txt">x</a>
       <a href="#own">x</a><p id="own"><a href="#">x</a><a href="#top">x</a>`,
    ),
    [],
  );
});

test('links to other places are left alone', () => {
  assert.deepEqual(
    inPage(
      `<a href="https://www.motia.dev/nowhere">x</a><a href="mailto:a@b.co">x</a>
       <a href="//other.example/x">x</a><img src="data:image/png;base64,AA==">
       <a href="http://docs.example:8080/">x</a><a href="vscode:mcp/install">x</a>`,
    ),
    [],
  );
});

test('a link to a page that is not there is found, with its line', () => {
  assert.deepEqual(inPage('<p>x</p>\n<a href="/guides/steams/">x</a>'), [
    ['/guides/steams/', 'leads nowhere', 2],
  ]);
});

test('so is one relative to the wrong folder', () => {
  assert.deepEqual(inPage('<a href="streams/">x</a>'), [['streams/', 'leads nowhere', 1]]);
});

test('so is an absolute one to our own site', () => {
  assert.deepEqual(inPage('<a href="https://docs.example/guides/steams.md">x</a>'), [
    ['https://docs.example/guides/steams.md', 'leads nowhere', 1],
  ]);
});

test('an anchor that no element has is found, on other pages, on twins and on the page itself', () => {
  assert.deepEqual(
    inPage(`<a href="/guides/streams/#top">x</a>
<a href="/guides/streams/#quick-start">x</a>
<a href="/guides/streams.md#Top-Level">x</a>
<a href="/guides/streams.python.md#gone">x</a>
<a href="#gone">x</a>`),
    [
      ['/guides/streams/#quick-start', 'has no such anchor on /guides/streams/', 2],
      ['/guides/streams.md#Top-Level', 'has no such anchor on /guides/streams/', 3],
      ['/guides/streams.python.md#gone', 'has no such anchor on /guides/streams/', 4],
      ['#gone', 'has no such anchor on /guides/state/', 5],
    ],
  );
});

test('the 404 page has anchors of its own though no address', () => {
  const files = { '/404.html': '<h1 id="_top">x</h1><a href="#_top">x</a><a href="#gone">x</a>' };
  assert.deepEqual(findingsOf({ files }), [
    ['/404.html', '#gone', 'has no such anchor on /404.html', 1],
  ]);
});

test('an anchor is compared decoded', () => {
  assert.deepEqual(
    inPage('<h2 id="1️⃣-first">x</h2><a href="#1%EF%B8%8F%E2%83%A3-first">x</a>'),
    [],
  );
});

test('a redirect is followed, its anchor and the link’s too', () => {
  const redirects = {
    '/docs/streams': '/guides/streams/',
    '/docs/streams/top': '/guides/streams/#top-level',
  };
  assert.deepEqual(
    inPage(
      `<a href="/docs/streams#top-level">x</a><a href="/docs/streams/top/">x</a>
<a href="/guides/streams#gone">x</a>
<a href="/docs/streams#gone">x</a>`,
      redirects,
    ),
    [
      ['/guides/streams#gone', 'has no such anchor on /guides/streams/', 2],
      ['/docs/streams#gone', 'has no such anchor on /guides/streams/', 3],
    ],
  );
});

test('a redirect of the table that leads nowhere, to no anchor or in a circle is found', () => {
  const redirects = {
    '/docs/gone': '/guides/gone/',
    '/docs/anchor': '/guides/streams/#gone',
    '/docs/a': '/docs/b',
    '/docs/b': '/docs/a',
  };
  assert.deepEqual(inPage('', redirects), [
    ['/docs/gone → /guides/gone/', 'leads nowhere', 0],
    ['/docs/anchor → /guides/streams/#gone', 'has no such anchor on /guides/streams/', 0],
    ['/docs/a → /docs/b', 'is redirected in a circle', 0],
    ['/docs/b → /docs/a', 'is redirected in a circle', 0],
  ]);
});

test('under a base path, a link outside of it is found', () => {
  assert.deepEqual(
    inPage(
      `<a href="/motia/guides/streams/#top-level">x</a><a href="../streams/">x</a>
<a href="/guides/streams/">x</a>`,
      { '/docs/streams': '/guides/streams/' },
      '/motia/',
    ),
    [['/guides/streams/', 'is outside the base path /motia/', 2]],
  );
});

test('an address that cannot be read or runs a script is found', () => {
  assert.deepEqual(
    inPage(
      '<a href="https://">x</a>\n<a href="/%E0%A4%A">x</a>\n<a href="javascript:alert(1)">x</a>',
    ),
    [
      ['https://', 'is no valid address', 1],
      ['/%E0%A4%A', 'is not valid percent-encoded UTF-8', 2],
      ['javascript:alert(1)', 'runs a script', 3],
    ],
  );
});

test('an id that a page has twice is found once, with the place of the first', () => {
  assert.deepEqual(inPage('<i id="a">x</i>\n<i id="a">x</i>\n<i id="a">x</i><i id="A">x</i>'), [
    ['#a', 'is an id twice, first in line 1', 2],
  ]);
});

test('Markdown and llms.txt are checked as pages are', () => {
  assert.deepEqual(
    findingsOf({
      files: {
        '/index.html': '<h2 id="here">x</h2>',
        '/index.md': '[a](#here) [b](#gone)',
        '/llms.txt': '- [x](https://docs.example/index.md): x\n- [y](https://docs.example/y.md): y',
      },
    }),
    [
      ['/index.md', '#gone', 'has no such anchor on /', 1],
      ['/llms.txt', 'https://docs.example/y.md', 'leads nowhere', 2],
    ],
  );
});

test('a finding is one line with page, line, link and what is wrong', () => {
  const finding = {
    page: '/guides/state/index.html',
    line: 7,
    link: '/x/',
    error: 'leads nowhere',
  };
  assert.equal(describeFinding(finding), 'guides/state/index.html:7: /x/ leads nowhere');
  assert.equal(
    describeFinding({ page: 'redirects', line: 0, link: '/a → /b', error: 'leads nowhere' }),
    'redirects: /a → /b leads nowhere',
  );
});
