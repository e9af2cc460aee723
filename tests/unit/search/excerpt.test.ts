import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { excerptOf, plainText } from '../../../src/search/excerpt.ts';
import { CODE_END, CODE_START, LINE_END, readFragment } from '../../../src/search/text.ts';
import { stemOf } from '../../../src/search/words.ts';

const stems = (...words: string[]) => new Set(words.map(stemOf));
const inCode = (text: string) => CODE_START + text + CODE_END;
const filler = (words: number) => Array.from({ length: words }, (_, n) => `w${n}`).join(' ');

test('an excerpt is the stretch with most of the words, those marked', () => {
  const text = `retry ${filler(40)} each queue step retries three times ${filler(40)}`;
  const pieces = excerptOf(text, stems('queue', 'retry'));
  assert.match(plainText(pieces), /^… w35 w36 .*each queue step retries three times w0 .* …$/);
  assert.deepEqual(
    pieces.filter(({ marked }) => marked).map(({ text }) => text),
    ['queue', 'retries'],
  );
});

test('a short text is given whole, without dots', () => {
  assert.equal(
    plainText(excerptOf('Streams are just files.', stems('cron'))),
    'Streams are just files.',
  );
});

test('words early in a text show it from its start', () => {
  assert.match(
    plainText(excerptOf(`a b c d queue ${filler(60)}`, stems('queue'))),
    /^a b c d queue/,
  );
});

test('code is told from prose, also where an excerpt starts inside it', () => {
  const pieces = excerptOf(`Set ${inCode('maxRetries')} to 5.`, stems('maxRetries'.toLowerCase()));
  assert.deepEqual(pieces, [
    { text: 'Set ', marked: false, code: false },
    { text: 'maxRetries', marked: true, code: true },
    { text: ' to 5.', marked: false, code: false },
  ]);
  const long = excerptOf(inCode(`${filler(60)} enqueue(x)`), stems('enqueue'));
  assert.ok(long.filter(({ text }) => !/^ ?… ?$/.test(text)).every(({ code }) => code));
});

test('a symbol is marked when one of its pieces was looked for', () => {
  const pieces = excerptOf('the visibilityTimeout of it', stems('timeout'));
  assert.deepEqual(
    pieces.filter(({ marked }) => marked).map(({ text }) => text),
    ['visibilityTimeout'],
  );
});

test('blocks that end without a stop are kept apart, lines of code by space', () => {
  const text = `Method${LINE_END} ${inCode('get')}${LINE_END} Reads it.${LINE_END} Next ${inCode(`a${LINE_END} b`)}${LINE_END}`;
  assert.equal(plainText(excerptOf(text, stems())), 'Method · get · Reads it. Next a b');
});

/** A fragment as Pagefind 1.6 writes it. */
const fragment = `pagefind_dcd${JSON.stringify({
  url: '/guides/state/',
  content:
    'State. Key-value storage. Intro text. How It Works. Groups and keys. Remember. Clean up.',
  anchors: [
    { element: 'h1', id: '_top', text: 'State', location: 0 },
    { element: 'h2', id: 'how-it-works', text: 'How It Works', location: 5 },
    { element: 'h2', id: 'remember', text: 'Remember', location: 11 },
  ],
})}`;

test('a fragment gives the text of each section, below its heading', async () => {
  const expected = new Map([
    ['', 'Key-value storage. Intro text.'],
    ['how-it-works', 'Groups and keys.'],
    ['remember', 'Clean up.'],
  ]);
  assert.deepEqual(await readFragment(new Uint8Array(gzipSync(fragment))), expected);
  assert.deepEqual(await readFragment(new TextEncoder().encode(fragment)), expected);
});

test('what is no fragment is refused', async () => {
  await assert.rejects(readFragment(new TextEncoder().encode('<!doctype html>')), {
    message: 'not a fragment of Pagefind 1.6',
  });
});
