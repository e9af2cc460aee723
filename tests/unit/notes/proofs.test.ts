import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readBench } from '../../../src/code/read-pages.ts';
import { readNotes } from '../../../src/content/read-notes.ts';
import { readRoutes } from '../../../src/content/read-routes.ts';
import { failedProofs } from '../../../src/notes/proofs.ts';
import type { Proof } from '../../../src/notes/table.ts';

const { pages } = readRoutes();
const evidence = {
  bench: readBench(process.cwd()),
  mdxOf: (route: string) => {
    const page = pages.find((one) => one.route === route);
    return page && readFileSync(`content/${page.file}`, 'utf8');
  },
};

test('every note is proved by the packages and the pages', () => {
  const notes = readNotes().flatMap((group) => group.notes);
  assert.deepEqual(failedProofs(notes, evidence), []);
});

test('a proof that does not hold is one line with note, version and what was found', () => {
  const versions = ['1.0.0-rc.26'];
  const wrong: Proof[] = [
    {
      types: {
        versions,
        checks: "import { api } from 'motia'\nexport const a: string = api('GET', '/a')",
      },
    },
    {
      types: {
        versions,
        fails: "import type { StepConfig } from 'motia'\nexport type A = StepConfig",
        says: 'no',
      },
    },
    { types: { versions: ['0.5.0'], checks: "import 'motia'" } },
    { cli: { versions, command: 'create --help', says: '--template' } },
    { cli: { versions, command: '--help', lacks: 'typegen' } },
    { cli: { versions, command: 'enqueue --help', says: 'topic' } },
    { ships: { versions, file: 'dist/*.mjs', lacks: 'export' } },
    { ships: { versions, file: 'dist/new/*.mjs', lacks: 'getStepFiles' } },
    { ships: { versions, file: 'dist/*.rb', lacks: 'a' } },
    { ships: { versions: ['0.5.0'], file: 'README.md', says: 'a' } },
    { pages: { page: '/concepts/steps/', says: 'no such words' } },
    { pages: { page: '/gone/', says: 'a' } },
  ];
  assert.deepEqual(failedProofs([{ id: 'n', proof: wrong }], evidence), [
    "n: motia 1.0.0-rc.26: the code does not check: differs / Type 'ApiTrigger<undefined>' is not assignable to type 'string'.",
    'n: motia 1.0.0-rc.26: expected a complaint like "no", found checks',
    'n: motia 0.5.0: is not in src/code/versions.ts',
    'n: motia 1.0.0-rc.26: "create --help" does not say "--template"',
    'n: motia 1.0.0-rc.26: "--help" says "typegen"',
    'n: motia 1.0.0-rc.26: there is no "enqueue --help"',
    'n: motia 1.0.0-rc.26: dist/*.mjs says "export"',
    'n: motia 1.0.0-rc.26: dist/new/*.mjs says "getStepFiles"',
    'n: motia 1.0.0-rc.26: there is no dist/*.rb',
    'n: motia 0.5.0: there is no README.md',
    'n: /concepts/steps/ does not say "no such words"',
    'n: /gone/ does not say "a"',
  ]);
});
