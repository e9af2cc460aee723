import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readNotes } from '../../../src/content/read-notes.ts';
import { readRoutes } from '../../../src/content/read-routes.ts';
import { parsePage } from '../../../src/markdown/index.ts';
import { fallenClaims } from '../../../src/notes/claims.ts';
import type { NoteGroup } from '../../../src/notes/table.ts';

const { pages } = readRoutes();
const groups = readNotes();

function pageOf(route: string) {
  const page = pages.find((one) => one.route === route);
  if (!page) return undefined;
  const mdx = readFileSync(`content/${page.file}`, 'utf8');
  return { tree: parsePage(mdx, page.file), mdx };
}

const cached = new Map<string, ReturnType<typeof pageOf>>();
const pageOnce = (route: string) => {
  if (!cached.has(route)) cached.set(route, pageOf(route));
  return cached.get(route);
};

test('every claim stands in the section that its note names', () => {
  assert.deepEqual(fallenClaims(groups, pageOnce), []);
});

test('every link of a note is a page or the list of a section', () => {
  const known = new Set([...pages, ...readRoutes().sections].map(({ route }) => route));
  const links = groups
    .flatMap(({ notes }) => notes)
    .flatMap(({ today }) => [...today.matchAll(/\]\((\/[^)#]*)/g)].map(([, route = '']) => route));
  assert.deepEqual(
    links.filter((route) => !known.has(route)),
    [],
  );
});

test('a claim that fell is one line with its place and the way out', () => {
  const note = (page: string, heading: string, claim: string): NoteGroup => ({
    label: 'A',
    notes: [
      {
        id: 'a-note',
        title: 'T',
        today: 'Now.',
        status: 'settled',
        proof: [],
        places: [{ page, heading, claim }],
      },
    ],
  });
  const way = 'mend or take out this place of a-note in content/_source/notes.yaml';
  assert.deepEqual(
    [
      ...fallenClaims([note('/gone/', 'A', 'b')], pageOnce),
      ...fallenClaims([note('/concepts/steps/', 'Triggers', 'no such words')], pageOnce),
      // It stands under another heading.
      ...fallenClaims(
        [note('/concepts/steps/', 'Triggers', "type: 'api', path: '/users/:id'")],
        pageOnce,
      ),
    ],
    [
      `/gone/: there is no such page: ${way}`,
      `/concepts/steps/: "Triggers" does not say "no such words": ${way}`,
      `/concepts/steps/: "Triggers" does not say "type: 'api', path: '/users/:id'": ${way}`,
    ],
  );
});
