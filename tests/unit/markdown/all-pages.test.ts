/** Proofs over all pages of `content/`: nothing is lost on the way from MDX to Markdown. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Nodes, Root } from 'mdast';
import { addressOf } from '../../../src/model/address.ts';
import { twinFiles } from '../../../src/llms/twin-files.ts';
import { mendBlock } from '../../../src/code/mend.ts';
import { readCode } from '../../../src/content/read-code.ts';
import { readLibrary } from '../../../src/content/read-library.ts';
import { NOTES_ROUTE } from '../../../src/notes/list.ts';
import type { PageRoute } from '../../../src/model/routes.ts';
import {
  all,
  attributeOf,
  elements,
  fence,
  firstMissing,
  headingText,
  inOrder,
  isDrawnTree,
  isElement,
  parseMarkdown,
  parseMdx,
  rows,
  treeNames,
  words,
  stepNumbers,
  type Element,
} from './reading.ts';

const SITE = 'https://docs.example';
const library = readLibrary('content', addressOf({ SITE_URL: SITE }));
const { fixes } = readCode();
// The lists of notes are made from notes.yaml: llms/all-files.test.ts.
const pages = library.routes.pages.filter(({ route }) => !route.startsWith(NOTES_ROUTE));
const pictures: Record<string, { upstream: string }> = JSON.parse(
  readFileSync('content/_source/images.json', 'utf8'),
);
const twins = new Map(twinFiles(library).map(({ route, text }) => [route, text]));

function mdxOf(page: PageRoute): Root {
  const mdx = readFileSync(`content/${page.file}`, 'utf8');
  return parseMdx(page.source === null ? mdx.replaceAll('%SITE_URL%', SITE) : mdx);
}

function twinTextOf(page: PageRoute): string {
  const text = twins.get(page.markdownRoute);
  assert.ok(text !== undefined, page.markdownRoute);
  return text;
}

/** A twin as a reader sees it, below its pointer and title, without our notes. */
function twinOf(page: PageRoute): Root {
  const tree = parseMarkdown(twinTextOf(page));
  const [pointer, title, ...content] = tree.children;
  assert.equal(pointer?.type, 'blockquote');
  assert.ok(title?.type === 'heading' && title.depth === 1);
  // Too long for one twin, a page is whole in the bundles alone: llms/all-files.test.ts.
  const { markdown } = library.read(page);
  const isWhole = twinTextOf(page).includes(markdown);
  return withoutNotes({ ...tree, children: isWhole ? content : parseMarkdown(markdown).children });
}

function withoutNotes(tree: Root): Root {
  const isNote = (node: Nodes) =>
    node.type === 'blockquote' && words(node).join(' ').startsWith('Editor’s note');
  const without = (node: Nodes): Nodes =>
    'children' in node
      ? ({
          ...node,
          children: node.children.filter((child) => !isNote(child)).map(without),
        } as Nodes)
      : node;
  return without(tree) as Root;
}

function named(name: string) {
  return (element: Element) => element.name === name;
}

/** The proofs that look at one page and its twin. */
const PROOFS: Readonly<Record<string, (page: PageRoute) => void>> = {
  'no HTML, no JSX, no expression and no directive is left outside code': (page) => {
    const tree = twinOf(page);
    assert.deepEqual(all(tree, 'html'), []);
    for (const { value } of all(tree, 'text')) assert.doesNotMatch(value, /:::|[{}]|<[A-Za-z/]/);
  },

  'every fence of the page as scraped is there byte for byte, in order': (page) => {
    const scraped = library.scrapedTwin(page)?.text ?? library.read(page).markdown;
    const given = all(parseMarkdown(scraped), 'code').map(fence);
    assert.deepEqual(
      given.filter((code) => !isDrawnTree(code)),
      all(mdxOf(page), 'code').map(fence),
    );
  },

  'every fence is there, in order, changed by nothing but the reviewed fixes': (page) => {
    const mdx = mdxOf(page);
    const drawn = elements(mdx).filter(named('FileTree')).length;
    const expected = all(mdx, 'code').map((code, index) => {
      const block = { page: page.file, ordinal: index + 1, language: code.lang ?? '' };
      const mended = mendBlock({ ...block, code: code.value }, fixes);
      return fence({ ...code, value: mended.code });
    });
    // The first line of a mended block says what is changed.
    const given = all(twinOf(page), 'code').map((code) =>
      fence({ ...code, value: code.value.replace(/^(#|\/\/) motia-docs: .+\n/, '') }),
    );
    const own = given.filter((code) => !isDrawnTree(code));
    assert.deepEqual(own, expected);
    assert.equal(given.length - own.length, drawn);
  },

  'every entry of every file tree is there, in order': (page) => {
    const trees = elements(mdxOf(page)).filter(named('FileTree'));
    const drawn = all(twinOf(page), 'code').map(({ value }) => value);
    const names = trees.flatMap(treeNames);
    assert.equal(
      firstMissing(
        names,
        drawn.flatMap((text) => text.split(/\s+/)),
      ),
      undefined,
    );
  },

  'every row of every table is there': (page) => {
    assert.deepEqual(rows(twinOf(page)), rows(mdxOf(page)));
  },

  'every heading is there, with its level and, in steps, its number': (page) => {
    const numbers = stepNumbers(mdxOf(page));
    const expected = all(mdxOf(page), 'heading').map((heading) => {
      const text = headingText(heading);
      const number = /^(Step )?\d/.test(text) ? undefined : numbers.get(heading);
      return [heading.depth, number === undefined ? text : `${number}. ${text}`];
    });
    assert.deepEqual(
      all(twinOf(page), 'heading').map((heading) => [heading.depth, headingText(heading)]),
      expected,
    );
  },

  'every word is there, in order: text, code spans, titles, labels, descriptions': (page) => {
    assert.equal(firstMissing(words(mdxOf(page)), words(twinOf(page))), undefined);
  },

  'every tab is labelled, once': (page) => {
    const labels = elements(mdxOf(page))
      .filter(named('TabItem'))
      .map((tab) => attributeOf(tab, 'label'));
    const bold = all(twinOf(page), 'paragraph').flatMap(({ children }) =>
      children.length === 1 && children[0]?.type === 'strong'
        ? [words(children[0]).join(' ').split(' › ').at(-1)]
        : [],
    );
    for (const label of new Set(labels)) {
      const count = (list: unknown[]) => list.filter((one) => one === label).length;
      assert.ok(count(bold) >= count(labels), label);
    }
  },

  'every aside is an alert': (page) => {
    const kinds = { note: 'NOTE', tip: 'TIP', caution: 'WARNING', danger: 'CAUTION' };
    const expected = elements(mdxOf(page))
      .filter(named('Aside'))
      .map((aside) => kinds[(attributeOf(aside, 'type') ?? 'note') as keyof typeof kinds]);
    const given = [...twinTextOf(page).matchAll(/^(?:[> ]*)> \[!([A-Z]+)\]$/gm)].map(
      ([, kind]) => kind,
    );
    assert.deepEqual(given, expected);
  },

  'every link, picture and video keeps its target, in order': (page) => {
    const expected = inOrder(mdxOf(page)).flatMap((node) => {
      const href = node.type === 'link' ? node.url : isElement(node) && attributeOf(node, 'href');
      const src = isElement(node) && attributeOf(node, 'src');
      if (href) return [targetOf(href, page)];
      return src ? [pictures[src]?.upstream ?? src] : [];
    });
    const given = inOrder(twinOf(page)).flatMap((node) =>
      node.type === 'link' || node.type === 'image' ? [node.url] : [],
    );
    assert.deepEqual(given, expected);
  },
};

/** Where a link of a page should lead from its twin. */
function targetOf(href: string, page: PageRoute): string {
  if (!/^(\/(?!\/)|#)/.test(href)) return href;
  const { pathname, hash, href: url } = new URL(href, page.url);
  const route = pathname.replace(/\/?$/, '/');
  const isOurs = [...library.routes.pages, ...library.routes.sections].some(
    (one) => one.route === route,
  );
  if (!isOurs) return url;
  return `${SITE}${route === '/' ? '/index' : route.slice(0, -1)}.md${hash}`;
}

describe('Markdown twins of all pages', () => {
  for (const [claim, prove] of Object.entries(PROOFS)) {
    describe(claim, () => {
      for (const page of pages) test(page.route, () => prove(page));
    });
  }
});
