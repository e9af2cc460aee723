import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { excerptOf, plainText } from '../../../src/search/excerpt.ts';
import { CODE_END, CODE_START, LINE_END, readFragment } from '../../../src/search/text.ts';
import { stemOf } from '../../../src/search/words.ts';

const worth = (...words: string[]) => new Map(words.map((word) => [stemOf(word), 1]));
const inCode = (...lines: string[]) => CODE_START + lines.join(`${LINE_END} `) + CODE_END;
const lines = (...texts: string[]) => texts.map((text) => text + LINE_END).join(' ');
const filler = (words: number) => Array.from({ length: words }, (_, n) => `w${n}`).join(' ');
const marked = (pieces: ReturnType<typeof excerptOf>) =>
  pieces.filter(({ marked }) => marked).map(({ text }) => text);

test('an excerpt begins with the sentence that has most of the words, those marked', () => {
  const text = `Retry it. ${filler(40)}. Each queue step retries three times. ${filler(40)}.`;
  const pieces = excerptOf(text, worth('queue', 'retry'));
  assert.match(plainText(pieces), /^… Each queue step retries three times\. w0 .* …$/);
  assert.deepEqual(marked(pieces), ['queue', 'retries']);
});

test('a rare word tells more than several common ones', () => {
  const text = lines(filler(20), 'The step of the flow.', 'A dead letter.');
  const pieces = excerptOf(text, new Map([...worth('step', 'flow'), [stemOf('letter'), 3]]));
  assert.equal(plainText(pieces), '… A dead letter.');
});

test('a row of a table is one unit, shown from its first cell', () => {
  const table = lines('Property · Default · Description', 'timeout · 30 · Seconds of a handler');
  assert.equal(
    plainText(excerptOf(lines(filler(20)) + table, worth('seconds'))),
    '… timeout · 30 · Seconds of a handler',
  );
});

test('a line of code is shown with the comment above it', () => {
  const code = inCode('start()', '// Try again later', 'await retry(5)', 'end()');
  assert.equal(
    plainText(excerptOf(`${lines(filler(20))} ${code}`, worth('retry'))),
    '… // Try again later await retry(5) end()',
  );
});

test('a sentence goes before a line of code with the same words', () => {
  const text = `${inCode("logger.info('job failed')")}${LINE_END} ${lines(filler(20), 'A failed job is retried.')}`;
  assert.equal(plainText(excerptOf(text, worth('job', 'failed'))), '… A failed job is retried.');
});

test('a short text is given whole, without dots', () => {
  assert.equal(
    plainText(excerptOf('Streams are just files.', worth('cron'))),
    'Streams are just files.',
  );
});

test('words early in a text show it from its start', () => {
  assert.match(
    plainText(excerptOf(`a b c d. The queue ${filler(60)}`, worth('queue'))),
    /^a b c d\. The queue/,
  );
});

test('of a sentence that is longer than an excerpt the part with the words is shown', () => {
  const pieces = excerptOf(`${filler(60)} enqueue(x) ${filler(60)}`, worth('enqueue'));
  assert.match(plainText(pieces), /^… w52 .* enqueue\(x\) w0 .* …$/);
});

test('code is told from prose, also where an excerpt starts inside it', () => {
  const pieces = excerptOf(`Set ${inCode('maxRetries')} to 5.`, worth('maxRetries'.toLowerCase()));
  assert.deepEqual(pieces, [
    { text: 'Set ', marked: false, code: false },
    { text: 'maxRetries', marked: true, code: true },
    { text: ' to 5.', marked: false, code: false },
  ]);
  const long = excerptOf(inCode(`${filler(60)} enqueue(x)`), worth('enqueue'));
  assert.ok(long.filter(({ text }) => !/^ ?… ?$/.test(text)).every(({ code }) => code));
});

test('a symbol is marked when one of its pieces was looked for', () => {
  assert.deepEqual(marked(excerptOf('the visibilityTimeout of it', worth('timeout'))), [
    'visibilityTimeout',
  ]);
});

test('blocks that end without a stop are kept apart, lines of code by space', () => {
  const text = `Method${LINE_END} ${inCode('get')}${LINE_END} Reads it.${LINE_END} Next ${inCode('a', 'b')}${LINE_END}`;
  assert.equal(plainText(excerptOf(text, worth())), 'Method · get · Reads it. Next a b');
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
