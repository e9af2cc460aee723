import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import { pagesJson } from '../../../src/llms/pages-json.ts';
import { countTokens } from '../../../src/markdown/index.ts';
import { bodyOf, partsOf, takeWithin, type Range } from '../../../src/mcp/passage.ts';
import { readLibrary } from '../../../src/content/read-library.ts';

const library = readLibrary('content', addressOf({}));
const facts = pagesJson(library);
const bodies = library.routes.pages.map((page) => ({
  route: page.route,
  body: bodyOf(library.twin(page).text),
  headings: facts.pages.find(({ route }) => route === page.route)?.headings ?? [],
}));

/** All pieces of a range, in order. */
function pieces(lines: readonly string[], range: Range, budget: number): string[] {
  const texts: string[] = [];
  for (let { from } = range; ;) {
    const { text, next } = takeWithin(lines, { ...range, from }, budget, countTokens);
    texts.push(text);
    if (next === undefined) return texts;
    assert.ok(next > from, 'each piece gets further');
    from = next;
  }
}

describe('a page’s text', () => {
  test('begins with its title: frontmatter and pointers to other files are gone', () => {
    for (const { route, body } of bodies) assert.match(body, /^# \S/, route);
  });

  test('has a part for each heading, with the anchor and the deeper headings that belong to it', () => {
    for (const { route, body, headings } of bodies) {
      const lines = body.split('\n');
      const parts = partsOf(body, headings);
      assert.deepEqual(
        parts.map(({ anchor }) => anchor),
        headings.map(({ anchor }) => anchor),
        route,
      );
      for (const { from, to, level } of parts) {
        assert.ok(lines[from]?.startsWith(`${'#'.repeat(level)} `), `${route}: ${lines[from]}`);
        assert.ok(to === lines.length || /^#+ /.test(lines[to] ?? ''), `${route}: ${lines[to]}`);
      }
    }
  });

  test('comes in pieces that keep to the budget and together say all', () => {
    const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
    const withoutFences = (text: string) => words(text.replaceAll(/^ *(`{3,}|~{3,}).*$/gm, ''));
    for (const { route, body } of bodies) {
      const lines = body.split('\n');
      for (const budget of [250, 1000, 5000]) {
        const all = pieces(lines, { from: 0, to: lines.length }, budget);
        for (const piece of all) assert.ok(countTokens(piece) <= budget, `${route} at ${budget}`);
        const joined = all.map(withoutFences).filter(Boolean).join(' ');
        assert.equal(
          joined,
          withoutFences(body.replace(/(\n\n---)+\n*$/, '')),
          `${route} at ${budget}`,
        );
      }
    }
  });

  test('that ends in the middle of code is fenced, and so is what follows', () => {
    const code = Array.from({ length: 60 }, (_, line) => `const value${line} = ${line}`);
    const lines = ['Before', '', '```ts title="a.ts"', ...code, '```', '', 'After'];
    const [first = '', ...rest] = pieces(lines, { from: 0, to: lines.length }, 200);
    assert.equal(first, 'Before');
    for (const piece of rest) {
      assert.ok(piece.startsWith('```ts title="a.ts"\n'), piece.slice(0, 40));
      assert.equal(piece.match(/^```/gm)?.length, 2, piece);
    }
    assert.match(rest.at(-1) ?? '', /\n```\n\nAfter$/);
  });
});
