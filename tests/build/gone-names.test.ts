/** A reader of a built page sees beside each name that the packages lack that they lack it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { matches, select } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { readLibrary } from '../../src/content/read-library.ts';
import { goneNames } from '../names.ts';

const names = goneNames();
const pages = readLibrary().routes.pages.filter(({ source }) => source !== null);

/** A piece of a page as it is read: a heading opens a section. */
interface Piece {
  readonly kind: 'heading' | 'note' | 'marked code' | 'code' | 'text';
  readonly text: string;
}

function piecesOf(node: Nodes): Piece[] {
  if (node.type === 'text') return [{ kind: 'text', text: node.value }];
  if (node.type !== 'element') return 'children' in node ? node.children.flatMap(piecesOf) : [];
  const text = toString(node);
  if (/^h[2-6]$/.test(node.tagName)) return [{ kind: 'heading', text }];
  if (matches('.editors-note', node)) return [{ kind: 'note', text }];
  if (node.tagName === 'figure') return [{ kind: isMarked(node) ? 'marked code' : 'code', text }];
  if (node.tagName === 'code') return [{ kind: 'code', text }];
  // What a line says is read as one: "motia `docker setup`".
  if (matches('p, li, td, th, summary', node) && !select('figure, p, li', node)) {
    return [{ kind: 'text', text }, ...node.children.flatMap(piecesOf)];
  }
  return node.children.flatMap(piecesOf);
}

const isMarked = (figure: Element): boolean =>
  select('.standing, .proof', figure) !== undefined || matches('.judged', figure);

function sectionsOf(pieces: readonly Piece[]): Piece[][] {
  const sections: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'heading') sections.push([piece]);
    else sections.at(-1)?.push(piece);
  }
  return sections;
}

function unmarkedIn(section: readonly Piece[], file: string): string[] {
  const told = section.filter(({ kind }) => kind === 'note').map(({ text }) => text);
  return section
    .filter(({ kind }) => kind !== 'note' && kind !== 'marked code')
    .flatMap(({ kind, text }) =>
      names
        .filter(({ onlyInCodeOf: files }) => !files || (kind === 'code' && files.includes(file)))
        .filter(({ isIn }) => isIn(text))
        .filter((name) => !told.some((note) => name.told && note.includes(name.told)))
        .map(({ name }) => `${name}: ${text.slice(0, 80)}`),
    );
}

describe('no name that the packages lack is left unmarked on the built page of', () => {
  for (const page of pages) {
    test(page.file, () => {
      const html = fromHtml(readFileSync(`dist${page.route}index.html`, 'utf8'));
      const article = select('.sl-markdown-content', html) ?? assert.fail('no text');
      const sections = sectionsOf(piecesOf(article));
      assert.deepEqual(
        sections.flatMap((section) => unmarkedIn(section, page.file)),
        [],
      );
    });
  }
});

test('the home page shows the code that the package takes, and says that it is mended', () => {
  const home = select('.home-sample', fromHtml(readFileSync('dist/index.html', 'utf8')));
  const text = toString(home ?? assert.fail('no sample'));
  assert.match(text, /type: 'http', path: '\/endpoint'/);
  assert.doesNotMatch(text, /['"]api['"]/);
  assert.match(text, /Mended for motia 1\./);
});

test('the built pages name what the packages lack, so that there is something to mark', () => {
  const text = pages.map(({ route }) => readFileSync(`dist${route}index.html`, 'utf8')).join('\n');
  for (const name of ['motia/test', 'motia/workbench', 'NoopConfig'])
    assert.ok(text.includes(name));
});
