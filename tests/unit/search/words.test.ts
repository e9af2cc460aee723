import assert from 'node:assert/strict';
import { test } from 'node:test';
import { singularOf, stemOf, termOf, termsOf, wordsOf } from '../../../src/search/words.ts';

const textsOf = (text: string) => wordsOf(text).map((word) => word.text);

test('a symbol is a word of its own, with its pieces', () => {
  for (const [text, term, parts] of [
    ['visibilityTimeout', 'visibilitytimeout', ['visibility', 'timeout']],
    ['REDIS_URL', 'redisurl', ['redis', 'url']],
    ['ctx.match', 'ctxmatch', ['ctx', 'match']],
    ['createMotiaTester()', 'createmotiatester', ['create', 'motia', 'tester']],
    ['--project-name', 'projectname', ['project', 'name']],
    ['HTTPServer', 'httpserver', ['http', 'server']],
    ['127.0.0.1', '127.0.0.1', ['127']],
  ] as const) {
    const [word] = wordsOf(text);
    assert.deepEqual(
      [word?.term, word?.parts],
      [term, parts === undefined ? [] : parts.length > 1 ? parts : []],
      text,
    );
  }
});

test('a symbol is the same word however it is written', () => {
  const terms = ['redisUrl', 'REDIS_URL', 'redis-url', 'redis.url'].map(termOf);
  assert.deepEqual(new Set(terms), new Set(['redisurl']));
});

test('paths and addresses fall into their segments', () => {
  assert.deepEqual(textsOf('/docs/development-guide/streams'), [
    'docs',
    'development-guide',
    'streams',
  ]);
  assert.deepEqual(textsOf('modules::shell::ExecModule'), ['modules', 'shell', 'ExecModule']);
  assert.deepEqual(textsOf('npx motia@latest create'), ['npx', 'motia', 'latest', 'create']);
});

test('punctuation around a word is no part of it, but that of C++ and C# is', () => {
  assert.deepEqual(textsOf('"Steps", (queue): `state`… C++, C# — 502.'), [
    'Steps',
    'queue',
    'state',
    'C++',
    'C#',
    '502',
  ]);
});

test('words know where they start', () => {
  const text = 'use --skip-redis, then REDIS_URL';
  for (const { text: word, start } of wordsOf(text)) {
    assert.equal(text.slice(start, start + word.length), word);
  }
});

test('what is too long for a symbol counts by its pieces only', () => {
  const long = 'received_events_url.'.repeat(4) + 'end';
  assert.deepEqual(
    wordsOf(long).map(({ parts }) => parts.length),
    Array(13).fill(0),
  );
  assert.deepEqual(wordsOf('ctx.match').flatMap(termsOf), ['ctxmatch', 'ctx', 'match']);
});

test('the plural of an acronym is a plain word', () => {
  assert.deepEqual(
    ['APIs', 'getPDFs', 'URLsToCheck'].map((text) => wordsOf(text)[0]?.parts),
    [[], ['get', 'pdfs'], ['urls', 'to', 'check']],
  );
});

test('a number keeps its dots', () => {
  assert.deepEqual(['30.00', 'v0.5.12', '127.0.0.1', 'Next.js', '…end.'].map(termOf), [
    '30.00',
    'v0.5.12',
    '127.0.0.1',
    'nextjs',
    'end',
  ]);
});

test('forms of an English word share a stem, and symbols with digits keep theirs', () => {
  assert.equal(new Set(['deploying', 'deployed', 'deploys'].map(stemOf)).size, 1);
  assert.equal(stemOf('v2'), 'v2');
  assert.deepEqual(['triggers', 'retries', 'access', 'bus', 'redis'].map(singularOf), [
    'trigger',
    'retry',
    'access',
    'bus',
    'redi',
  ]);
});
