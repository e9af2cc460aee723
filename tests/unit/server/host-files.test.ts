import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import { headerRules } from '../../../src/server/headers.ts';
import { hostHeaders, hostRedirects, overLimits } from '../../../src/server/host-files.ts';

const address = addressOf({ SITE_URL: 'https://docs.example', BASE_PATH: '/kb/' });
const rules = headerRules({ policy: "default-src 'none'", site: address.site });

test('_headers names every header at most once for a path, as hosts join the values', () => {
  assert.equal(
    hostHeaders(rules, address),
    `# Written by the build from src/server/headers.ts and redirects.ts.
/kb/*
  Referrer-Policy: strict-origin-when-cross-origin
  Strict-Transport-Security: max-age=31536000
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'none'
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
/kb/_astro/*
  Cache-Control: public, max-age=31536000, immutable
/kb/pagefind/fragment/*
  Cache-Control: public, max-age=31536000, immutable
/kb/pagefind/index/*
  Cache-Control: public, max-age=31536000, immutable
/kb/pictures/*
  Cache-Control: public, max-age=31536000, immutable
/kb/*.md
  Content-Type: text/markdown; charset=utf-8
/kb/*.txt
  Content-Type: text/plain; charset=utf-8
`,
  );
});

test('_redirects has each moved address below the base, pages also with a slash', () => {
  const redirects = new Map([
    ['/docs/live updates', '/guides/streams/#live'],
    ['/docs/steps.md', '/concepts/steps.md'],
  ]);
  assert.equal(
    hostRedirects(redirects, address),
    `# Written by the build from src/server/headers.ts and redirects.ts.
/kb/docs/live%20updates /kb/guides/streams/#live 301
/kb/docs/live%20updates/ /kb/guides/streams/#live 301
/kb/docs/steps.md /kb/concepts/steps.md 301
`,
  );
});

test('what a host would drop in silence is told', () => {
  const [headers, redirects] = [hostHeaders(rules, address), '/a /b/ 301\n'];
  assert.deepEqual(overLimits({ headers, redirects }), []);
  const long = `/*\n  Content-Security-Policy: ${'x'.repeat(2000)}\n`;
  assert.deepEqual(overLimits({ headers: long, redirects: redirects.repeat(2001) }), [
    '_headers: "Content-Security-Policy: xxxxxxxxxxxxxxx…" has 2027 characters, Cloudflare reads 2000: fewer inline scripts and styles make a shorter policy',
    '_redirects: 2001 rules in 22011 bytes, Cloudflare reads 2000 in 100000: serve with nginx, or drop old prefixes in src/model/redirects.ts',
  ]);
});
