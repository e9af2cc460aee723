import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headerRules } from '../../../../src/server/headers.ts';
import { mapOf, pattern, quoted, ruleMaps } from '../../../../src/server/nginx/maps.ts';

test('a text is one parameter, to the letter', () => {
  assert.equal(quoted(`default-src 'none'; x "y" \\z`), `"default-src 'none'; x \\"y\\" \\\\z"`);
  for (const text of ['$uri', 'a\nb', 'a\rb']) {
    assert.throws(() => quoted(text), { message: /^nginx can't hold "/ });
  }
});

test('a map has its entries in order', () => {
  const entries = [
    [pattern('^/a', 'i'), '1'],
    ['default', '""'],
  ] as const;
  assert.equal(
    mapOf('$x', '$uri', entries, { volatile: true }),
    `map $uri $x {
  volatile;
  "~*^/a" 1;
  default "";
}`,
  );
});

test('of the header rules the last that fits comes first, each for its type', () => {
  const rules = headerRules({ policy: "default-src 'none'", site: 'http://127.0.0.1' });
  assert.deepEqual(ruleMaps(rules).slice(0, 2), [
    `map "$sent_http_content_type $uri" $rule_cache_control {
  volatile;
  "~^[^ ]* /pictures/.*$" "public, max-age=31536000, immutable";
  "~^[^ ]* /pagefind/index/.*$" "public, max-age=31536000, immutable";
  "~^[^ ]* /pagefind/fragment/.*$" "public, max-age=31536000, immutable";
  "~^[^ ]* /_astro/.*$" "public, max-age=31536000, immutable";
  "~^[^ ]* /.*$" "public, max-age=600, must-revalidate";
}`,
    `map "$sent_http_content_type $uri" $rule_content_security_policy {
  volatile;
  "~^text/html /.*$" "default-src 'none'";
}`,
  ]);
});
