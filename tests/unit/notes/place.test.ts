/** Where notes stand, shown in the Markdown of a page. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePage, renderPage } from '../../../src/markdown/index.ts';
import { placeNotes } from '../../../src/notes/place.ts';
import { quoteOf } from '../../../src/notes/quote.ts';
import type { Note } from '../../../src/notes/table.ts';

const ROUTE = '/a/';

function note(title: string, ...places: [heading: string, claim: string][]): Note {
  return {
    id: title.toLowerCase(),
    title,
    places: places.map(([heading, claim]) => ({ page: ROUTE, heading, claim })),
    today: `So it is.`,
    status: 'settled',
    proof: [],
  };
}

/** The page as Markdown, each note as `> Title`. */
function withNotes(mdx: string, ...notes: Note[]): string {
  const tree = parsePage(mdx, 'a.mdx');
  placeNotes({ tree, mdx }, notes, ROUTE, quoteOf);
  const context = { file: 'a.mdx', link: (href: string) => href, picture: () => undefined };
  return renderPage(tree, 'A', context)
    .markdown.replaceAll(/\*\*Editor’s note \(not upstream’s text\): (\w+)\.\*\* So it is\./g, '$1')
    .replaceAll('\n>\n> ', ', ');
}

describe('a note stands', () => {
  test('after the block that says what is wrong, in the section of its heading', () => {
    const mdx = '---\ntitle: A\n---\n\nSame.\n\n## One\n\nSame.\n\nMore.\n\n## Two\n\nSame.\n';
    assert.equal(
      withNotes(mdx, note('First', ['', 'Same']), note('Other', ['Two', 'Same.'])),
      'Same.\n\n> First\n\n## One\n\nSame.\n\nMore.\n\n## Two\n\nSame.\n\n> Other',
    );
  });

  test('after a whole table, list, quote or fence', () => {
    const table = '| a | b |\n| --- | --- |\n| c | d |';
    const list = '- one\n  - two\n- three';
    const fence = '```ts\none()\n```';
    assert.equal(
      withNotes(
        `${table}\n\n## L\n\n${list}\n\n## F\n\n${fence}\n\nEnd.`,
        note('Table', ['', '| c |']),
        note('List', ['L', 'two']),
        note('Fence', ['F', 'one()']),
      ),
      `${table}\n\n> Table\n\n## L\n\n${list}\n\n> List\n\n## F\n\n${fence}\n\n> Fence\n\nEnd.`,
    );
  });

  test('after the tabs that have the claim, and within the tab that has the heading', () => {
    const tabs = (inside: string) =>
      `<Tabs>\n<TabItem label="X">\n\n${inside}\n\n</TabItem>\n</Tabs>`;
    assert.equal(
      withNotes(`${tabs('wrong')}\n\nEnd.`, note('After', ['', 'wrong'])),
      '**X**\n\nwrong\n\n> After\n\nEnd.',
    );
    assert.equal(
      withNotes(`${tabs('## H\n\nwrong\n\nright')}\n\nEnd.`, note('Within', ['H', 'wrong'])),
      '**X**\n\n## H\n\nwrong\n\n> Within\n\nright\n\nEnd.',
    );
  });

  test('within the step whose heading it names', () => {
    const mdx = '<Steps>\n\n1. ## Go\n\n   wrong\n\n   right\n\n2. ## Stop\n\n   end\n\n</Steps>';
    assert.equal(
      withNotes(mdx, note('Step', ['Go', 'wrong'])),
      '## 1. Go\n\nwrong\n\n> Step\n\nright\n\n## 2. Stop\n\nend',
    );
  });

  test('after the code that a line with a colon leads to', () => {
    assert.equal(
      withNotes('Run this:\n\n```\ngo\n```', note('Lead', ['', 'Run'])),
      'Run this:\n\n```\ngo\n```\n\n> Lead',
    );
  });

  test('with all others of its section, once each, in the order of the claims', () => {
    const mdx = '## S\n\none\n\ntwo\n\nthree';
    assert.equal(
      withNotes(mdx, note('B', ['S', 'two'], ['S', 'three']), note('A', ['S', 'one'])),
      '## S\n\none\n\n> A, B\n\ntwo\n\nthree',
    );
  });

  test('nowhere when its claim is gone, and on no other page', () => {
    const elsewhere = { ...note('B', ['', 'one']) };
    const places = elsewhere.places.map((place) => ({ ...place, page: '/b/' }));
    assert.equal(withNotes('one', note('A', ['', 'gone']), { ...elsewhere, places }), 'one');
  });
});

test('a quote says that it is ours, and what is unsettled', () => {
  const unsettled: Note = {
    ...note('`a` or `b`', ['', 'a']),
    status: 'unsettled',
    today: 'See [C](/c/).',
  };
  const mdx = 'a';
  const tree = parsePage(mdx, 'a.mdx');
  placeNotes({ tree, mdx }, [unsettled], ROUTE, quoteOf);
  const link = (href: string) => `https://docs.example${href.slice(0, -1)}.md`;
  assert.equal(
    renderPage(tree, 'A', { file: 'a.mdx', link, picture: () => undefined }).markdown,
    'a\n\n> **Editor’s note (not upstream’s text, unsettled): `a` or `b`.** See [C](https://docs.example/c.md).',
  );
});
