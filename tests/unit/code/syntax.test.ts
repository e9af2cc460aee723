import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formOf } from '../../../src/code/syntax.ts';

const form = (language: string, code: string): string => {
  const { form, faults } = formOf(language, code, 'sample.ts');
  return [form, ...faults.map(({ line }) => line)].join(' ');
};

test('a whole file of each language parses, and a fault is found in its line', () => {
  const samples: [language: string, good: string, bad: string, line: number][] = [
    ['ts', 'const a = 1', "\nconst a = 'it's'", 2],
    ['python', 'def f():\n    return [1]', 'def f():\n    return [1', 2],
    ['json', '{ "a": [1] }', '{\n "a": oops }', 2],
    ['yaml', 'a: [1]', 'a: 1\nb: [1\nc: 2', 3],
    ['toml', '[a]\nb = 1', '[a]\nb = ', 2],
    ['bash', 'echo "$(date)" | cat', 'echo 1\necho "open', 2],
    ['dockerfile', 'FROM node\nRUN a \\\n  b', 'FROM node\nINSTALL a', 2],
    ['html', '<p>Hi</p>', '<p>\n<a b b>', 2],
  ];
  for (const [language, good, bad, line] of samples) {
    assert.equal(form(language, good), 'whole', language);
    const { faults } = formOf(language, bad, 'sample.ts');
    assert.ok(
      faults.some((fault) => fault.line === line),
      `${language}: ${JSON.stringify(faults)}`,
    );
  }
});

test('a piece, a template, an elided or printed text is named so and not failed', () => {
  assert.equal(form('ts', "{ id: 'a', title: 'b' }"), 'object');
  assert.equal(form('ts', "name: 'a',\ntriggers: [{ type: 'http' }],"), 'members');
  assert.equal(form('ts', 'get(id: string): Promise<T>\nclear(): void'), 'signatures');
  assert.equal(form('ts', "case 'a':\n  run()\n  break"), 'cases');
  assert.equal(form('ts', 'run({ items: [...] })'), 'elided');
  assert.equal(form('json', '"scripts": { "dev": "motia dev" }'), 'members');
  assert.equal(form('bash', 'cd <your-project>'), 'template');
  assert.equal(form('', '✅ Done'), 'listing');
});
