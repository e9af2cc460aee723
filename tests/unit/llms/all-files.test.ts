/** Proofs over all exports of `content/`: every address in them leads somewhere. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';
import type { LanguageId } from '../../../src/model/languages.ts';
import { assistantMd } from '../../../src/llms/assistant.ts';
import { bundlesOf, sectionBundle } from '../../../src/llms/bundles.ts';
import { llmsTxt, sectionLlmsTxt } from '../../../src/llms/llms-txt.ts';
import { NOTES_FILE, notesTxt } from '../../../src/llms/notes-txt.ts';
import { pagesJson } from '../../../src/llms/pages-json.ts';
import { skillMd } from '../../../src/llms/skill.ts';
import { twinFiles } from '../../../src/llms/twin-files.ts';
import { countTokens } from '../../../src/markdown/index.ts';
import { readFixesOf } from '../../../src/content/read-code.ts';
import { readNotes } from '../../../src/content/read-notes.ts';
import { routeOfGroup } from '../../../src/notes/list.ts';
import { readKit, readLibrary } from '../../../src/content/read-library.ts';
import { languageRoute, type PageRoute } from '../../../src/model/routes.ts';
import { all, parseMarkdown } from '../markdown/reading.ts';
import { parseLlmsTxt } from './grammar.ts';

const SITE = 'https://docs.example';

const kit = readKit();

/** All exported texts by route, made anew. */
function exportsOf() {
  const library = readLibrary('content', addressOf({ SITE_URL: SITE }));
  const { pages, sections } = library.routes;
  const bundles = [
    ...bundlesOf(library),
    ...sections.map((section) => sectionBundle(library, section)),
  ];
  const texts = new Map([
    ...twinFiles(library).map(({ route, text }) => [route, text] as const),
    ...bundles.map((bundle) => [bundle.route, bundle.text] as const),
    ...sections.map((one) => [`${one.route}llms.txt`, sectionLlmsTxt(library, one)] as const),
    ['/llms.txt', llmsTxt(library)] as const,
    ['/assistant.md', assistantMd(library, kit.corrections)] as const,
    [NOTES_FILE, notesTxt(library)] as const,
    ['/skill.md', skillMd(library, kit.skill, kit.corrections)] as const,
  ]);
  return { library, pages, sections, bundles, texts };
}

const { library, pages, sections, bundles, texts } = exportsOf();

/** The ids on each page that a link to its twin may name. */
const anchors = new Map(
  pages.map((page) => {
    const ids = library.read(page).sections.flatMap((section) => section.anchors);
    return [page.markdownRoute, new Set(ids)];
  }),
);

/** A bundle's head; any other text whole. The pages in a bundle are those of twins, proved below. */
function withoutPages(route: string, text: string): string {
  return bundles.some((bundle) => bundle.route === route) ? (text.split('\n---\n')[0] ?? '') : text;
}

describe('every export', () => {
  test('links on our site only to files that are there, and to anchors that their pages have', () => {
    const others = new Set([...pages, ...sections].map(({ route }) => route)).add('/pages.json');
    const broken: string[] = [];
    for (const [route, text] of texts) {
      for (const { url } of all(parseMarkdown(withoutPages(route, text)), 'link')) {
        if (!url.startsWith(`${SITE}/`)) continue;
        const { pathname, hash } = new URL(url);
        const isThere = texts.has(pathname) || others.has(pathname);
        const anchor = decodeURIComponent(hash.slice(1));
        if (!isThere || (anchor !== '' && !anchors.get(pathname)?.has(anchor))) {
          broken.push(`${route}: ${url}`);
        }
      }
    }
    assert.deepEqual(broken, []);
  });

  test('that is a twin keeps below the 50,000 characters that agents read, however long our address', () => {
    const SITE_URL = `https://${'a-long-name.'.repeat(18)}example`;
    const elsewhere = readLibrary(
      'content',
      addressOf({ SITE_URL, BASE_PATH: '/knowledge-base/' }),
    );
    const twins = [
      ...[...texts].map(([route, text]) => ({ route, text })),
      ...twinFiles(elsewhere),
    ].filter(
      // Upstream's own text is whole for whoever asks for it by name; no list leads agents there.
      ({ route }) => route.endsWith('.md') && !route.endsWith('.scraped.md'),
    );
    assert.deepEqual(
      twins.filter(({ text }) => text.length >= 50_000).map(({ route }) => route),
      [],
    );
  });

  test('is byte for byte the same when made again', () => {
    assert.deepEqual([...exportsOf().texts], [...texts]);
  });
});

describe('llms.txt', () => {
  test('follows the grammar and lists every page once', () => {
    const urls = parseLlmsTxt(texts.get('/llms.txt') ?? '').sections.flatMap(({ links }) =>
      links.map(({ url }) => url),
    );
    assert.deepEqual(
      pages.map(({ markdownUrl }) => urls.filter((url) => url === markdownUrl).length),
      pages.map(() => 1),
    );
  });

  test('says of every page what it answers, never that it documents something', () => {
    const pageUrls = new Set(pages.map(({ markdownUrl }) => markdownUrl));
    for (const { links } of parseLlmsTxt(texts.get('/llms.txt') ?? '').sections) {
      for (const { url, note = '' } of links.filter((link) => pageUrls.has(link.url))) {
        assert.match(note, /^.{10,} \(\d+ tokens\)$/, url);
        assert.doesNotMatch(note, /^Documentation for/);
      }
    }
  });

  test('of each section follows the grammar and lists its pages', () => {
    for (const section of sections) {
      const listed = parseLlmsTxt(texts.get(`${section.route}llms.txt`) ?? '');
      assert.deepEqual(
        listed.sections.flatMap(({ links }) => links.map(({ url }) => url)),
        section.pages.map(({ markdownUrl }) => markdownUrl),
      );
    }
  });
});

describe('bundles', () => {
  test('hold every page of theirs once, under its title and address', () => {
    for (const { route, pages: own } of bundles) {
      const text = texts.get(route) ?? '';
      const given = [...text.matchAll(/^---\n\n# .+\n\nURL: (\S+)$/gm)].map(([, url]) => url);
      assert.deepEqual(
        given,
        own.map(({ url }) => url),
        route,
      );
    }
  });

  test('hold the pages as their twins do', () => {
    for (const { route, pages: own, language } of bundles) {
      const text = texts.get(route) ?? '';
      for (const page of own) {
        const twin = texts.get(markdownRouteOf(page, language)) ?? '';
        const { markdown } = library.read(page, language);
        // Too long for one twin, a page shows one language and says so.
        const isCut = !language && /^language: TypeScript$/m.test(twin);
        const shown = isCut ? library.read(page, 'typescript').markdown : markdown;
        assert.ok(twin.endsWith(`\n${shown}\n`), `${route}: ${page.route} in its twin`);
        assert.ok(text.includes(`\n${markdown}\n`), `${route}: ${page.route} in the bundle`);
      }
    }
  });

  const offered = pages.filter(
    (page) => library.read(page).markdown !== library.read(page, 'typescript').markdown,
  );
  const tokens = (language?: LanguageId) => {
    const texts = offered.map((page) => library.read(page, language).markdown);
    const all = texts.map(countTokens).reduce((sum, count) => sum + count);
    const notes = texts
      .flatMap((text) => text.match(/^ *> \*\*Editor’s note .*$/gm) ?? [])
      .map(countTokens)
      .reduce((sum, count) => sum + count);
    return { notes, upstream: all - notes };
  };

  test('in TypeScript alone take at most 60 % of the tokens of upstream’s text, over the pages that offer several languages', () => {
    const share = tokens('typescript').upstream / tokens().upstream;
    assert.ok(share <= 0.6, `${(100 * share).toFixed(1)} %`);
  });

  test('spend at most a seventh of their tokens on our notes, there and elsewhere', () => {
    const { notes, upstream } = tokens();
    const share = notes / (notes + upstream);
    assert.ok(share <= 1 / 7, `${(100 * share).toFixed(1)} %`);
  });
});

/** The twin that a page of a bundle is in. */
function markdownRouteOf(page: PageRoute, language: LanguageId | undefined): string {
  return language && page.languages.includes(language)
    ? languageRoute(page.markdownRoute, language)
    : page.markdownRoute;
}

test('pages.json names every page, and only headings whose anchors the page has', () => {
  const json = pagesJson(library).pages;
  assert.deepEqual(
    json.map(({ route }) => route),
    pages.map(({ route }) => route),
  );
  for (const { markdown, headings } of json) {
    const ids = anchors.get(new URL(markdown).pathname);
    assert.ok(headings.every(({ anchor }) => ids?.has(anchor)));
  }
});

test('one page of the site counts and names all notes, and each group has a page that tells them', () => {
  const groups = readNotes();
  const overview = texts.get('/editors-notes.md') ?? '';
  assert.ok(overview.includes(`| ${groups.flatMap(({ notes }) => notes).length} |`));
  for (const { label, notes } of groups) {
    const route = routeOfGroup(label);
    const told = texts.get(`${route.slice(0, -1)}.md`) ?? assert.fail(`${label} has no page`);
    assert.equal(told.match(/^## /gm)?.length, notes.length);
    for (const { id } of notes) {
      assert.ok(overview.includes(`${SITE}${route.slice(0, -1)}.md#${id})`), id);
    }
  }
});

test('every note that a fix of code leads to is there', () => {
  const { patterns, blocks, unfixable } = readFixesOf();
  const ids = readNotes().flatMap(({ notes }) => notes.map(({ id }) => id));
  const led = [...patterns, ...blocks, ...unfixable].flatMap(({ note }) => note ?? []);
  assert.deepEqual(
    led.filter((id) => !ids.includes(id)),
    [],
  );
  assert.ok(led.length > 50);
});

test('the notes come with their counts, each with its places, what holds and the proof', () => {
  const text = texts.get(NOTES_FILE) ?? '';
  const notes = readNotes().flatMap((group) => group.notes);
  const settled = notes.filter(({ status }) => status === 'settled').length;
  assert.ok(text.includes(`| All | ${settled} | ${notes.length - settled} | ${notes.length} |`));
  assert.equal(text.match(/^### /gm)?.length, notes.length);
  assert.equal(text.match(/^- \[/gm)?.length, notes.flatMap(({ places }) => places).length);
  assert.ok(
    text.includes(
      [
        '### Two examples are missing from the list',
        '',
        `The list leaves out [Human-in-the-Loop Workflows](${SITE}/examples/human-in-the-loop-workflows.md) and [Adapter Configuration](${SITE}/examples/adapter-configuration.md).`,
        '',
        `- [Examples › 🏭 Production Examples](${SITE}/examples.md#`,
      ].join('\n'),
    ),
  );
  assert.match(
    text,
    /\*\*Proof:\*\* `motia --help` of 1\.0\.0-rc\.26 and 1\.0\.4-rc\.1 does not say `cloud`\.\n/,
  );
});
