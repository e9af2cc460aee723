import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policyForMeta, policyOf } from '../../../../src/server/policy/policy.ts';
import type { Need } from '../../../../src/server/policy/needs.ts';

const NEEDS: readonly Need[] = [
  { directive: 'script-src', source: "'sha256-b'" },
  { directive: 'img-src', source: 'https://raw.githubusercontent.com' },
  { directive: 'script-src', source: "'sha256-a'" },
  { directive: 'script-src', source: "'sha256-b'" },
  { directive: 'img-src', source: 'data:' },
];

const POLICY = `default-src 'none'
script-src 'self' 'wasm-unsafe-eval' 'sha256-a' 'sha256-b'
style-src 'self'
img-src 'self' data: https://raw.githubusercontent.com
media-src 'self'
font-src 'self'
connect-src 'self'
frame-src 'none'
worker-src 'self'
manifest-src 'self'
form-action 'self'
base-uri 'none'
object-src 'none'
frame-ancestors 'none'
require-trusted-types-for 'script'
trusted-types 'none'`;

test('the policy allows the site itself and what pages need, each once and sorted', () => {
  assert.equal(policyOf(NEEDS), POLICY.replaceAll('\n', '; '));
});

test('the order of the pages changes nothing', () => {
  assert.equal(policyOf(NEEDS.toReversed()), policyOf(NEEDS));
});

test('a frame that a page has takes the place of none', () => {
  const needs = [{ directive: 'frame-src', source: 'https://frames.example' }] as const;
  assert.match(policyOf(needs), /; frame-src https:\/\/frames\.example; /);
});

test('a <meta> element says the same but for what only a header can', () => {
  assert.equal(
    policyForMeta(policyOf(NEEDS)),
    POLICY.replace("frame-ancestors 'none'\n", '').replaceAll('\n', '; '),
  );
});
