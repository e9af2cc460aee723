import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { codeOf } from '../../../src/code/blocks.ts';
import { commandsIn } from '../../../src/code/cli.ts';
import { makeNames } from '../../../src/code/make-names.ts';
import { lackingIn, parseNames, printNames } from '../../../src/code/names.ts';
import { BENCH, NEAREST, NEWEST } from './bench.ts';

test('the ledger has each imported name and command, the versions that have it and its places', () => {
  const mdx = `
## Set up

Run \`npx motia docker setup\` first; \`motia\` is small.

\`\`\`ts
import { logger, type NoopConfig as Noop } from 'motia'
import { EventNode } from 'motia/workbench'
import { z } from 'zod'
\`\`\`

\`\`\`bash
motia typegen --watch && iii -c config.yaml
motia docker setup
\`\`\`
`;
  const { blocks, inline } = codeOf('guides/a.mdx', mdx);
  const ledger = makeNames(blocks, inline, BENCH);
  assert.deepEqual(
    ledger.names.map(({ kind, from, name, versions, places }) => [
      [kind, from, name].filter(Boolean).join(' '),
      versions,
      places.map(({ heading, ordinal }) => `${heading} ${ordinal}`),
    ]),
    [
      ['command iii', null, ['Set up 2']],
      ['command motia docker setup', [], ['Set up null', 'Set up 2']],
      ['command motia typegen', [NEAREST], ['Set up 2']],
      ['entry motia', [NEAREST, NEWEST], ['Set up 1']],
      ['entry motia/workbench', [], ['Set up 1']],
      ['export motia NoopConfig', [], ['Set up 1']],
      ['export motia logger', [NEWEST], ['Set up 1']],
      ['export motia/workbench EventNode', [], ['Set up 1']],
      ['option motia typegen --watch', [NEAREST], ['Set up 2']],
    ],
  );
  assert.deepEqual(
    lackingIn(ledger, NEWEST).map(({ name }) => name),
    [
      'motia docker setup',
      'motia typegen',
      'motia/workbench',
      'NoopConfig',
      'EventNode',
      'motia typegen --watch',
    ],
  );
  assert.deepEqual(parseNames(printNames(ledger)), ledger);
});

test('the committed help of the CLI is what the pinned packages print', () => {
  const committed: unknown = JSON.parse(readFileSync('src/code/cli-help.json', 'utf8'));
  const printed = Object.fromEntries(
    BENCH.versions.map(({ version, folder }) => {
      const say = (...command: string[]): string =>
        execFileSync(
          process.execPath,
          [resolve(join(folder, 'dist/new/cli.mjs')), ...command, '--help'],
          {
            cwd: tmpdir(),
            encoding: 'utf8',
          },
        );
      const whole = say();
      return [
        version,
        { '': whole, ...Object.fromEntries(commandsIn(whole).map((it) => [it, say(it)])) },
      ];
    }),
  );
  assert.deepEqual(committed, printed);
});
