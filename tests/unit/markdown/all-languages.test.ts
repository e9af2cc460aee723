/** Proofs over the language variants of all pages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import {
  LANGUAGES,
  LANGUAGE_SYNC_KEY,
  languageOfTab,
  type Language,
} from '../../../src/model/languages.ts';
import { mendTree } from '../../../src/code/mend-tree.ts';
import { samplesOf } from '../../../src/code/samples.ts';
import { readCode } from '../../../src/content/read-code.ts';
import { quoteOfWords } from '../../../src/notes/quote.ts';
import { readLibrary } from '../../../src/content/read-library.ts';
import type { PageRoute } from '../../../src/model/routes.ts';
import {
  all,
  attributeOf,
  elements,
  fence,
  isDrawnTree,
  parseMarkdown,
  parseMdx,
  type Element,
} from './reading.ts';

const library = readLibrary();
const { fixes, report } = readCode();
const { pages } = library.routes;

/** The page's language groups: each a list of tabs. */
function languageGroups(page: PageRoute): Element[][] {
  const tree = structuredClone(parseMdx(readFileSync(`content/${page.file}`, 'utf8')));
  mendTree(tree, page.file, fixes, samplesOf(report, fixes, page.file), quoteOfWords);
  return elements(tree)
    .filter(({ name }) => name === 'Tabs')
    .filter((tabs) => attributeOf(tabs, 'syncKey') === LANGUAGE_SYNC_KEY)
    .map((tabs) => tabs.children as Element[]);
}

/** The tabs that the variant for a language leaves out. */
function tabsLeftOut(page: PageRoute, language: Language): Element[] {
  const isOwn = (tab: Element) => languageOfTab(attributeOf(tab, 'label') ?? '') === language;
  return languageGroups(page).flatMap((tabs) =>
    tabs.some(isOwn) ? tabs.filter((tab) => !isOwn(tab)) : [],
  );
}

/** The fences of a Markdown text, without the trees that stand for `<FileTree>`. */
function fencesOf(markdown: string): string[] {
  return all(parseMarkdown(markdown), 'code')
    .map(fence)
    .filter((code) => !isDrawnTree(code));
}

for (const language of LANGUAGES) {
  describe(`the ${language.label} variant`, () => {
    for (const page of pages) {
      test(`of ${page.route} is the page without the other languages' tabs`, () => {
        const whole = fencesOf(library.read(page).markdown);
        const variant = fencesOf(library.read(page, language.id).markdown);
        const gone = tabsLeftOut(page, language).flatMap((tab) => all(tab, 'code').map(fence));
        assert.deepEqual(without(whole, gone), variant.toSorted());
      });
    }
  });
}

/** The list, sorted, less one occurrence of each of the others. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const left = [...list];
  for (const other of others) {
    const at = left.indexOf(other);
    assert.ok(at >= 0, `not in the page: ${other}`);
    left.splice(at, 1);
  }
  return left.toSorted();
}

test('every group of language tabs names them by their settled labels', () => {
  const labels = new Set(
    pages.flatMap((page) =>
      languageGroups(page).flatMap((tabs) => tabs.map((tab) => attributeOf(tab, 'label'))),
    ),
  );
  const settled = LANGUAGES.map(({ label }) => label);
  assert.deepEqual(
    [...labels].filter((label) => !settled.includes(label ?? '')),
    [],
  );
});
