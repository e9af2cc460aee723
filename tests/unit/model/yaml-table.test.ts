import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readAliases } from '../../../src/split/aliases.ts';

const ALIASES = readFileSync('content/_source/aliases.yaml', 'utf8');

test('a table is read with all its lines', () => {
  const aliases = readAliases(ALIASES);
  assert.equal(aliases.get('/docs/manifesto'), 'https://www.motia.dev/manifesto');
  assert.equal(aliases.size, ALIASES.match(/^['"]?\/\S+: +\S/gm)?.length);
});

test('a table of comments alone is empty', () => {
  assert.equal(readAliases('# nothing is dead\n').size, 0);
});

test('what is no table is refused with its file, and a field with its name', () => {
  assert.throws(() => readAliases('- /docs/a\n'), {
    message: 'aliases.yaml: Invalid input: expected record, received array',
  });
  assert.throws(() => readAliases('/docs/a: [/docs/b]\n'), {
    message: 'aliases.yaml: /docs/a: Invalid input: expected string, received array',
  });
});

test('YAML that cannot be read is refused on one line, with the place', () => {
  assert.throws(() => readAliases('/docs/a: x: y\n'), {
    message:
      'aliases.yaml: Nested mappings are not allowed in compact mappings at line 1, column 10',
  });
});
