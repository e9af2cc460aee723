/** Proofs over all pages of `content/`: nothing is lost on the way from MDX to Markdown. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { addressOf } from '../../../src/address.ts';
import { twinFiles } from '../../../src/llms/twin-files.ts';
import { readLibrary } from '../../../src/read-library.ts';
import type { PageRoute } from '../../../src/routes.ts';
import {
  all,
  attributeOf,
  elements,
  fence,
  firstMissing,
  headingText,
  isDrawnTree,
  isElement,
  parseMarkdown,
  parseMdx,
  rows,
  words,
  type Element,
} from './reading.ts';

const SITE = 'https://docs.example';
const library = readLibrary('content', addressOf({ SITE_URL: SITE }));
const { pages } = library.routes;
const twins = new Map(twinFiles(library).map(({ route, text }) => [route, text]));

function mdxOf(page: PageRoute) {
  return parseMdx(readFileSync(`content/${page.file}`, 'utf8'));
}

function twinTextOf(page: PageRoute): string {
  const text = twins.get(page.markdownRoute);
  assert.ok(text !== undefined, page.markdownRoute);
  return text;
}

/** A twin as a reader sees it, below its pointer and title. */
function twinOf(page: PageRoute) {
  const tree = parseMarkdown(twinTextOf(page));
  const [pointer, title, ...content] = tree.children;
  assert.equal(pointer?.type, 'blockquote');
  assert.ok(title?.type === 'heading' && title.depth === 1);
  return { ...tree, children: content };
}

function named(name: string) {
  return (node: Parameters<typeof isElement>[0]) => isElement(node) && node.name === name;
}

/** The proofs that look at one page and its twin. */
const PROOFS: Readonly<Record<string, (page: PageRoute) => void>> = {
  'no HTML, no JSX, no expression and no directive is left outside code': (page) => {
    const tree = twinOf(page);
    assert.deepEqual(all(tree, 'html'), []);
    const text = words(tree).join(' ');
    assert.doesNotMatch(text, /:::|\{\/\*|<\/?(?:Tabs|TabItem|Aside|Steps|Card|Figure|Anchor)\b/);
  },

  'every fence is there byte for byte, in order': (page) => {
    const drawn = elements(mdxOf(page)).filter(named('FileTree')).length;
    const expected = all(mdxOf(page), 'code').map(fence);
    const given = all(twinOf(page), 'code').map(fence);
    const own = given.filter((code) => !isDrawnTree(code));
    assert.deepEqual(own, expected);
    assert.equal(given.length - own.length, drawn);
  },

  'every entry of every file tree is there, in order': (page) => {
    const trees = elements(mdxOf(page)).filter(named('FileTree'));
    const drawn = all(twinOf(page), 'code').map(({ value }) => value);
    const names = trees.flatMap((tree) => words(tree as never));
    assert.equal(
      firstMissing(
        names,
        drawn.flatMap((text) => text.split(/\s+/)),
      ),
      undefined,
    );
  },

  'every row of every table is there': (page) => {
    assert.deepEqual(rows(twinOf(page) as never), rows(mdxOf(page)));
  },

  'every heading is there, with its level and, in steps, its number': (page) => {
    const plain = (text: string) => text.replace(/^\d+\. /, '');
    const list = (tree: ReturnType<typeof mdxOf>) =>
      all(tree, 'heading').map((heading) => [heading.depth, plain(headingText(heading))]);
    assert.deepEqual(list(twinOf(page) as never), list(mdxOf(page)));
  },

  'every word is there, in order': (page) => {
    const tree = mdxOf(page);
    const outsideTrees = all(tree, 'text', named('FileTree')).map(({ value }) => value);
    const wanted = outsideTrees.flatMap((text) => text.split(/\s+/)).filter(Boolean);
    assert.equal(firstMissing(wanted, words(twinOf(page) as never)), undefined);
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
    const expected: string[] = [];
    const tree = mdxOf(page);
    const target = (href: string) => {
      const url = new URL(href, page.url);
      if (!/^\/(?!\/)|^#/.test(href)) return href;
      const route = url.pathname.replace(/\/?$/, '/');
      const isOurs = [...pages, ...library.routes.sections].some((one) => one.route === route);
      const path = route === '/' ? '/index.md' : `${route.slice(0, -1)}.md`;
      return isOurs ? SITE + path + url.hash : url.href;
    };
    const pictures: Record<string, { upstream: string }> = JSON.parse(
      readFileSync('content/_source/images.json', 'utf8'),
    );
    const targetOfElement = (element: Element) => {
      const href = attributeOf(element, 'href');
      const src = attributeOf(element, 'src');
      if (href !== undefined) expected.push(target(href));
      else if (src !== undefined) expected.push(pictures[src]?.upstream ?? src);
    };
    for (const node of inOrder(tree)) {
      if (node.type === 'link') expected.push(target(node.url));
      else if (isElement(node)) targetOfElement(node);
    }
    const given = inOrder(twinOf(page) as never).flatMap((node) =>
      node.type === 'link' || node.type === 'image' ? [node.url] : [],
    );
    assert.deepEqual(given, expected);
  },
};

function inOrder(tree: ReturnType<typeof mdxOf>) {
  const nodes: ReturnType<typeof all>[number][] = [];
  const walk = (node: ReturnType<typeof all>[number]) => {
    nodes.push(node);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return nodes;
}

describe('Markdown twins of all pages', () => {
  for (const [claim, prove] of Object.entries(PROOFS)) {
    describe(claim, () => {
      for (const page of pages) test(page.route, () => prove(page));
    });
  }
});
