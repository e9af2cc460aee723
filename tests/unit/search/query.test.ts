import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuery } from '../../../src/search/query.ts';
import { WEIGHTS } from '../../../src/search/weights.ts';
import { stemOf } from '../../../src/search/words.ts';
import { smallSite } from './small-site.ts';

const index = smallSite();
const read = (query: string, options = {}) => readQuery(query, index, options);
const asked = (query: string) =>
  read(query)
    .slots.filter((slot) => slot.asked)
    .map(({ text }) => text);
const meanings = (query: string, text: string) =>
  Object.fromEntries(read(query).slots.find((slot) => slot.text === text)?.meanings ?? []);

test('a question loses its frame, unless it is nothing else', () => {
  assert.deepEqual(asked('How do I get my messages in order?'), ['messages', 'order']);
  assert.deepEqual(asked('How does it work?'), ['How', 'does', 'it', 'work']);
});

test('a symbol is looked for whole, and by its pieces as support', () => {
  const slots = read('visibilityTimeout').slots.map(({ text, asked, weight }) => [
    text,
    asked,
    weight,
  ]);
  assert.deepEqual(slots, [
    ['visibilityTimeout', true, 1],
    ['visibility', false, WEIGHTS.symbolPart],
    ['timeout', false, WEIGHTS.symbolPart],
  ]);
});

test('a symbol that no page has is asked for by its pieces', () => {
  assert.deepEqual(asked('ctx.streams.delete'), ['ctx', 'streams', 'delete']);
});

test('a misspelled word is mended, and the query shown as it was understood', () => {
  const { corrected } = read('retry atempts of a QUEUE');
  assert.equal(corrected, 'retry attempts of a QUEUE');
  assert.deepEqual(meanings('atempts', 'atempts'), { [stemOf('attempts')]: WEIGHTS.mended });
  assert.equal(read('visibiltyTimeout').corrected, 'visibilityTimeout');
});

test('taken verbatim, nothing is mended', () => {
  const { corrected, slots } = read('atempts', { verbatim: true });
  assert.equal(corrected, null);
  assert.equal(slots[0]?.meanings.size, 0);
});

test('a word that is still being typed is completed, not mended', () => {
  assert.equal(read('visib').corrected, null);
  assert.deepEqual(meanings('visib', 'visib'), {
    [stemOf('visibilitytimeout')]: WEIGHTS.completed,
    [stemOf('visibility')]: WEIGHTS.completed,
  });
});

test('the docs’ words stand in for the reader’s, as a weaker signal', () => {
  assert.equal(meanings('websocket', 'websocket')[stemOf('stream')], WEIGHTS.synonym);
  assert.equal(meanings('k8s', 'k8s')[stemOf('docker')], WEIGHTS.synonym);
  const phrase = read('live updates').slots.find(({ text }) => text === 'live update');
  assert.deepEqual(phrase?.meanings.get(stemOf('stream')), WEIGHTS.synonymOfPhrase);
  assert.equal(phrase?.asked, false);
});

test('a phrase of synonyms is known with stop words between its words, and counts once', () => {
  const phrases = (query: string) => read(query).slots.filter(({ text }) => text === 'live update');
  assert.equal(phrases('how do I get live and quick updates').length, 1);
  assert.equal(phrases('live updates, live updates').length, 1);
  assert.equal(phrases('updates live').length, 0);
});

test('a word of the reader’s that synonyms know is not mended', () => {
  assert.equal(read('websocket').corrected, null);
});

test('what stands in quotes is a phrase', () => {
  assert.deepEqual(read('the "message becomes visible" rule').phrases, ['message becomes visible']);
  assert.deepEqual(read('say "" and "…').phrases, []);
});

test('a word that is said again is asked once', () => {
  assert.deepEqual(asked('retry the queue, retry the QUEUE'), ['retry', 'QUEUE']);
});

test('a pasted error is asked without its stack, JavaScript’s or Python’s', () => {
  assert.deepEqual(
    asked(
      `TypeError: stream is undefined
    at handler (/app/src/create-todo.step.ts:24:31)
    at async callHandler (/app/node_modules/motia/dist/node-runner.js:88:20)
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)
    at node:internal/main/run_main_module:28:49`,
    ),
    ['type', 'error', 'stream', 'undefined'],
  );
  assert.deepEqual(
    asked('File "/app/src/process_step.py", line 12, in handler\nKeyError: stream'),
    ['key', 'error', 'stream'],
  );
  assert.deepEqual(asked('cron at 9:30'), ['cron', '9', '30']);
});

test('quotes in pasted code make no phrases', () => {
  assert.deepEqual(read('{"type": "queue", "topic": "order.created"}').phrases, []);
});

test('an empty query asks nothing', () => {
  assert.deepEqual(read('  ?! '), {
    slots: [],
    corrected: null,
    phrases: [],
    complains: false,
  });
});
