import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staleEntries, type Tables } from '../../../src/refresh/stale.ts';
import { about, snapshot, type SmallPage } from './small-scrapes.ts';

const NONE: Tables = {
  sections: [],
  aliases: new Map(),
  asked: [],
  notes: [],
  fixes: { proved: ['1'], patterns: [], blocks: [], unfixable: [] },
  corrections: { rules: [], removed: [] },
  synonyms: [],
  questions: [],
};

const CODE = ['', '```ts', "const type = 'api'", '```'];
const BEFORE: SmallPage[] = [
  ['/docs/concepts/a', 'A', '## One', '', about('stream'), ...CODE],
  ['/docs/concepts/b', 'B', 'Text.'],
];
const AFTER: SmallPage[] = [['/docs/concepts/a', 'A', '## First', '', about('queue')]];

/** What no longer matches, of tables of which all else is empty. */
function stale(tables: Partial<Tables>): string[] {
  const found = staleEntries(snapshot(...BEFORE), snapshot(...AFTER), { ...NONE, ...tables });
  return found.map(({ page, message }) => `${page}: ${message}`);
}

const place = { page: '/concepts/a/', heading: 'One', claim: 'server' };
const SECTION = { slug: 'concepts', label: '', description: '', from: [], pages: {} };

for (const [what, tables, complaints] of [
  [
    'a source of the section table',
    { sections: [{ ...SECTION, order: ['/docs/concepts/b', '/docs/concepts/never'] }] },
    ['sections.yaml: /docs/concepts/b (section concepts) is no page of the scrape'],
  ],
  [
    'the target of an alias',
    {
      aliases: new Map([
        ['/docs/x', '/docs/concepts/b'],
        ['/docs/y', '/docs/concepts/a#one'],
      ]),
    },
    [
      'aliases.yaml: /docs/x: its target /docs/concepts/b is gone',
      'aliases.yaml: /docs/y: its target /docs/concepts/a#one has no such anchor',
    ],
  ],
  [
    'a question of a section',
    { asked: [{ page: '/concepts/a/', heading: 'One', asks: ['why'] }] },
    ['asked: /concepts/a/ has no heading "One"'],
  ],
  [
    'the claim that a note is about',
    {
      notes: [
        {
          label: 'G',
          notes: [
            { id: 'n', title: 'N', places: [place], today: '', status: 'settled', proof: [] },
          ],
        },
      ],
    },
    [
      'notes.yaml: /concepts/a/: "One" does not say "server": mend or take out this place of n in content/_source/notes.yaml',
    ],
  ],
  [
    'code that a fix mends',
    {
      fixes: {
        ...NONE.fixes,
        patterns: [
          {
            id: 'http',
            why: '',
            since: '',
            evidence: '',
            languages: ['typescript'],
            find: "'api'",
            replace: '',
          },
        ],
      },
    },
    ['fixes.yaml: http applies to no block'],
  ],
  [
    'what a correction quotes',
    {
      corrections: {
        rules: [],
        removed: [
          { what: '', now: '', proof: [{ pages: { page: '/concepts/b/', says: 'Text' } }] },
        ],
      },
    },
    ['corrections.yaml: /concepts/b/ does not say "Text"'],
  ],
  [
    'a word of the docs that stands for one of readers',
    { synonyms: [{ says: ['feed'], docs: ['stream'] }] },
    ['synonyms.yaml: no page says "stream"'],
  ],
  [
    'the place that answers a question of the suite',
    {
      questions: [
        { file: 'q.jsonl', id: 'q1', gold: [{ source: '/docs/concepts/a', heading: 'One' }] },
      ],
    },
    ['q.jsonl: q1: its answer left /docs/concepts/a "One"'],
  ],
] as [string, Partial<Tables>, string[]][]) {
  test(`${what} is told when it is gone`, () => {
    assert.deepEqual(stale(tables), complaints);
  });
}

test('what matched neither before nor after is nobody’s news', () => {
  const never = { says: ['feed'], docs: ['never'] };
  assert.deepEqual(
    stale({ synonyms: [never], aliases: new Map([['/docs/x', '/docs/never']]) }),
    [],
  );
});
