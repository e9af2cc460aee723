import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { addressOf } from '../../../src/model/address.ts';
import { remarkHeadingIds } from '../../../src/markdown/heading-ids.ts';
import { rehypeHeadingEmoji } from '../../../src/site/markdown/heading-emoji.ts';
import { rehypeHeadingLevels } from '../../../src/site/markdown/heading-levels.ts';
import { remarkOwnLinks } from '../../../src/site/markdown/own-links.ts';
import { rehypeStepNumbers } from '../../../src/site/markdown/step-numbers.ts';
import { rehypeShortCode } from '../../../src/site/markdown/short-code.ts';
import { rehypeScrollingTables } from '../../../src/site/markdown/tables.ts';
import { remarkTabLabels } from '../../../src/site/markdown/tab-labels.ts';
import { rehypeTaskLists } from '../../../src/site/markdown/task-lists.ts';

const MDX_NODES = ['mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxTextExpression', 'mdxjsEsm'];

/** The HTML of an MDX text as astro.config.mjs renders it; components keep their names and attributes. */
async function render(mdx: string): Promise<string> {
  const pipeline = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkGfm)
    .use(remarkHeadingIds)
    .use(remarkOwnLinks(addressOf({ BASE_PATH: '/motia' })))
    .use(remarkTabLabels)
    .use(remarkRehype, { passThrough: MDX_NODES as [] })
    .use([
      rehypeHeadingLevels,
      rehypeHeadingEmoji,
      rehypeStepNumbers,
      rehypeScrollingTables,
      rehypeTaskLists,
      rehypeShortCode,
      rehypeHeadingIds,
    ]);
  const tree = (await pipeline.run(pipeline.parse(mdx))) as Root;
  return toHtml(asElements(tree) as Root);
}

/** Components as elements, so that their result can be read. */
function asElements(node: object): object {
  const { children, ...rest } = node as { type: string; name?: string; children?: object[] };
  const below = children?.map(asElements);
  if (!rest.type.startsWith('mdxJsx')) return below ? { ...rest, children: below } : rest;
  const { attributes } = node as { attributes: { name: string; value: unknown }[] };
  return {
    type: 'element',
    tagName: `x-${rest.name}`,
    properties: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    children: below,
  };
}

test('a written id becomes the heading’s anchor and its comment goes', async () => {
  assert.equal(
    await render('## Event-Driven Architecture {/* #events */}'),
    '<h2 id="events">Event-Driven Architecture</h2>',
  );
});

test('a heading without a written id has upstream’s slug', async () => {
  assert.equal(
    await render('## State -- Persistent Data'),
    '<h2 id="state----persistent-data">State -- Persistent Data</h2>',
  );
});

test('code in a heading counts for its anchor', async () => {
  assert.match(await render('## The `config` object'), /<h2 id="the-config-object">/);
});

test('headings of emoji alone have valid, different ids', async () => {
  const html = await render('## 🎉\n\n## 🚀');
  assert.deepEqual(
    [...html.matchAll(/id="([^"]*)"/g)].map(([, id]) => id),
    ['section', 'section-1'],
  );
});

test('equal headings are numbered, and never take an id that another heading has written', async () => {
  const html = await render('## Setup\n\n## Setup\n\n## Other {/* #setup-1 */}');
  assert.deepEqual(
    [...html.matchAll(/id="([^"]*)"/g)].map(([, id]) => id),
    ['setup', 'setup-1-1', 'setup-1'],
  );
});

test('root-relative links get the base, in Markdown and in components', async () => {
  assert.equal(
    await render('[Steps](/concepts/steps/#x)'),
    '<p><a href="/motia/concepts/steps/#x">Steps</a></p>',
  );
  assert.match(
    await render('<LinkCard title="Steps" href="/concepts/steps/" />'),
    /href="\/motia\/concepts\/steps\/"/,
  );
  assert.match(await render('[a][1]\n\n[1]: /guides/'), /href="\/motia\/guides\/"/);
});

test('links to other sites are left as they are and marked noopener', async () => {
  assert.equal(
    await render('[iii](https://iii.dev/docs)'),
    '<p><a href="https://iii.dev/docs" rel="noopener">iii</a></p>',
  );
  assert.match(
    await render('<LinkButton href="https://iii.dev">Go</LinkButton>'),
    /rel="noopener"/,
  );
});

test('anchors and mail addresses are left as they are', async () => {
  assert.equal(
    await render('[a](#x) [b](mailto:a@b.co)'),
    '<p><a href="#x">a</a> <a href="mailto:a@b.co">b</a></p>',
  );
});

test('a heading that skips a level tells the level it has in the outline', async () => {
  const html = await render('#### A\n\n## B\n\n#### C\n\n##### D\n\n#### E\n\n### F');
  assert.deepEqual(
    [...html.matchAll(/<h(\d) id="(\w)"(?: aria-level="(\d)")?/g)].map(
      ([, rank, id, level]) => `${id}: ${level ?? rank}`,
    ),
    ['a: 2', 'b: 2', 'c: 3', 'd: 4', 'e: 3', 'f: 3'],
  );
});

test('the number of a step’s heading is hidden from sight and stays in the anchor', async () => {
  assert.match(
    await render('<Steps>\n\n1. ## 1. Start the project\n\n</Steps>'),
    /<h2 id="1-start-the-project"><span class="sr-only">1\. <\/span>Start the project<\/h2>/,
  );
});

test('a numbered heading outside steps keeps its number', async () => {
  assert.equal(await render('## 1. Start'), '<h2 id="1-start">1. Start</h2>');
});

test('a table stands in a focusable group that is named after its columns', async () => {
  assert.match(
    await render('| Type | When it runs |\n|---|---|\n| `api` | HTTP request |'),
    /^<div class="table-scroll" role="group" tabindex="0" aria-label="Table: Type, When it runs"><table>/,
  );
});

test('checkboxes of task lists have a name', async () => {
  const html = await render('- [x] Written\n- [ ] Open');
  assert.match(html, /checked disabled aria-label="Done"/);
  assert.match(html, /disabled aria-label="To do"/);
});

test('a tab’s panel begins with the tab’s label, which is no text of the page', async () => {
  assert.equal(
    await render('<Tabs>\n<TabItem label="Python">\n\nCode\n\n</TabItem>\n</Tabs>'),
    '<x-Tabs><x-TabItem label="Python">' +
      '<p class="tab-label" data-pagefind-ignore="" data-markdown-ignore="">Python</p>' +
      '<p>Code</p></x-TabItem></x-Tabs>',
  );
});

test('an emoji before a heading is shown, not said; the anchor keeps its place for it', async () => {
  assert.equal(
    await render('## 🏃‍♂️ Running the Application\n\n### 🛡️ **Production-Ready**\n\n## 🎉'),
    '<h2 id="️-running-the-application" data-emoji="🏃‍♂️">Running the Application</h2>\n' +
      '<h3 id="️-production-ready" data-emoji="🛡️"><strong>Production-Ready</strong></h3>\n' +
      '<h2 id="section">🎉</h2>',
  );
});

test('short code that could break is marked, so that a flag keeps its dashes', async () => {
  assert.equal(
    await render('Use `--skip-redis` or `config.yaml`, as in `npx motia@latest create my-app`.'),
    '<p>Use <code class="short">--skip-redis</code> or <code>config.yaml</code>, as in ' +
      '<code>npx motia@latest create my-app</code>.</p>',
  );
  assert.equal(
    await render('```bash\nnpm run dev\n```'),
    '<pre><code class="language-bash">npm run dev\n</code></pre>',
  );
});
