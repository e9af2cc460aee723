/** The site, the exports and upstream must mean the same place by the same anchor. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface ExportedPage {
  route: string;
  headings: { anchor: string }[];
}

const { pages } = JSON.parse(readFileSync('dist/pages.json', 'utf8')) as { pages: ExportedPage[] };

const idsOf = (route: string): Set<string> => {
  const html = readFileSync(`dist${route}index.html`, 'utf8');
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ''));
};

test('every anchor that pages.json names is an id of its page', () => {
  const missing = pages.flatMap(({ route, headings }) => {
    const ids = idsOf(route);
    return headings
      .filter(({ anchor }) => anchor && !ids.has(anchor))
      .map(({ anchor }) => `${route}#${anchor}`);
  });
  assert.deepEqual(missing, []);
  assert.ok(pages.flatMap(({ headings }) => headings).length > 700);
});

test('a heading with a colon in it keeps the anchor that upstream gave it', () => {
  assert.ok(idsOf('/deployment/self-hosted/').has('using-minimal-docker-images-node24-slim'));
});
