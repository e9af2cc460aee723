import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blocksOf, blocksWithin } from '../../../src/mcp/pack/blocks.ts';
import { cover, type Candidate } from '../../../src/mcp/pack/cover.ts';
import { readTask } from '../../../src/mcp/pack/read-for-task.ts';
import { languageIn, wantsOf } from '../../../src/mcp/pack/wants.ts';

/** One token a word. */
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

describe('what a task wants', () => {
  test('is the whole of it, each clause, and each two that stand side by side', () => {
    const wants = wantsOf('nightly import of a CSV file that resumes after a crash');
    assert.deepEqual(
      wants.map(({ query, weight, isClause }) => [query, weight, isClause]),
      [
        ['nightly import of a CSV file that resumes after a crash', 3, false],
        ['nightly import of a CSV file', 1, true],
        ['resumes', 1, true],
        ['a crash', 1, true],
        ['nightly import of a CSV file resumes', 1, false],
        ['resumes a crash', 1, false],
      ],
    );
  });

  test('has no clause of words that say nothing', () => {
    assert.deepEqual(
      wantsOf('retry a job, and then do it again').map(({ query }) => query),
      ['retry a job, and then do it again'],
    );
  });

  test('is nothing for a task without a word', () => {
    assert.deepEqual(wantsOf(' \n …?! '), []);
  });

  test('stays small for a text of a thousand clauses', () => {
    assert.equal(wantsOf('a queue, '.repeat(1000)).length, 1 + 16 + 15);
  });

  test('says the language of the code when it names one alone', () => {
    assert.equal(languageIn('a nightly report in python'), 'python');
    assert.equal(languageIn('a TypeScript endpoint and a Python worker'), 'typescript');
    assert.equal(languageIn('a nightly report'), 'typescript');
  });
});

describe('the blocks of a section', () => {
  const SECTION = [
    'What it does.',
    '',
    '```ts',
    'first()',
    '',
    'second()',
    '```',
    '',
    '> One note.',
    '>',
    '> Another note.',
    '',
    '---',
  ].join('\n');

  test('are its paragraphs, its code whole, and each paragraph of a quote', () => {
    assert.deepEqual(
      blocksOf(SECTION, words).map(({ text }) => text),
      ['What it does.', '```ts\nfirst()\n\nsecond()\n```', '> One note.', '> Another note.'],
    );
  });

  test('are cut in code where they are too long, and say how much is gone', () => {
    const lines = Array.from({ length: 300 }, (_, at) => `line${at}()`);
    const long = blocksOf(
      ['Before.', '', '```ts', ...lines, '```', '', 'After.'].join('\n'),
      words,
    );
    const { blocks, rest } = blocksWithin(long, 200, words);
    assert.equal(blocks.length, 2);
    const [, code] = blocks;
    assert.match(code?.text ?? '', /^```ts\nline0\(\)\n[^]*\nline19\d\(\)\n…\n```$/);
    assert.equal(rest, 303 + 2 - (code?.tokens ?? 0));
  });
});

describe('covering a task', () => {
  const section = (route: string, worth: number, ...texts: string[]): Candidate => ({
    route,
    worth,
    blocks: texts.map((text) => ({ text, tokens: words(text) })),
  });
  const long = 'word '.repeat(400);

  test('takes what is worth most for its tokens, and nothing beyond the budget', () => {
    const good = section('/a/', 2, 'short');
    const dear = section('/a/', 2, long);
    assert.deepEqual(cover([dear, good], ['/a/'], 100), [good]);
    assert.deepEqual(cover([dear, good], ['/a/'], 1000), [good, dear]);
  });

  test('takes a section of a page that is not there yet before another of the same page', () => {
    const [first, second, other] = [
      section('/a/', 2, 'one'),
      section('/a/', 1.5, 'two'),
      section('/b/', 1, 'three'),
    ];
    assert.deepEqual(cover([first, second, other], ['/a/', '/b/'], 1000), [first, other, second]);
  });

  test('counts a block once that two sections have', () => {
    const [first, second] = [section('/a/', 2, long), section('/a/', 1, long)];
    assert.deepEqual(cover([first, second], ['/a/'], 460), [first, second]);
  });

  test('leaves out what is worth next to nothing, even if there is room', () => {
    const [good, poor] = [section('/a/', 2, 'one'), section('/a/', 0.1, 'two')];
    assert.deepEqual(cover([good, poor], ['/a/'], 1000), [good]);
  });
});

describe('a task in texts', () => {
  test('is read with what it leaves open', () => {
    assert.deepEqual(readTask({ task: 'a queue', budget: '', language: undefined }), {
      task: 'a queue',
      budget: undefined,
      language: undefined,
    });
    assert.deepEqual(readTask({ task: 'a queue', budget: '900', language: 'Python' }), {
      task: 'a queue',
      budget: 900,
      language: 'python',
    });
  });

  test('is refused in one line that says what would be right', () => {
    assert.throws(() => readTask({ task: 'a', budget: 'many', language: '' }), {
      message: 'The budget is many, expected 500 to 50000 tokens',
    });
    assert.throws(() => readTask({ task: 'a', budget: '', language: 'klingon' }), {
      message: 'The language is klingon, expected one of typescript, javascript, python',
    });
  });
});
