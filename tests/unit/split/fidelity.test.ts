import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { provePage } from '../../../src/split/fidelity.ts';
import { draftPage } from '../../../src/split/page.ts';
import { placeEntries } from '../../../src/split/route.ts';
import { segmentDump } from '../../../src/split/segment.ts';
import { splitDump } from '../../../src/split/index.ts';
import { resolveLink, type LinkTargets } from '../../../src/split/transforms/links.ts';
import { SCRAPE, SCRAPE_BYTES, TABLES } from './scrape.ts';

const { files, findings, manifest } = splitDump(SCRAPE_BYTES, TABLES);
const { entries } = segmentDump(SCRAPE.text);
const { places, sections } = placeEntries(entries, TABLES.sections.sections);
const drafts = entries.flatMap((entry) => {
  const place = places.get(entry.source);
  const draft = place && draftPage(entry, place, TABLES.pictures).draft;
  return draft ? [draft] : [];
});
const targets: LinkTargets = {
  routes: new Map([...places.values()].map(({ source, route }) => [source, route])),
  anchors: new Map(drafts.map((draft) => [draft.place.source, draft.anchors])),
  aliases: TABLES.aliases,
  landings: new Set(sections.map(({ slug }) => `/${slug}/`)),
  upstream: TABLES.sections.scrape.upstream,
};

/** What the proof says of a page whose text was changed by `sabotage`. */
function objections(file: string, sabotage: (text: string) => string): string[] {
  const draft = drafts.find(({ place }) => place.file === file);
  const text = files.get(file);
  assert.ok(draft && text !== undefined);
  const changed = sabotage(text);
  const link = (url: string): string => resolveLink(url, draft.place.source, targets).url;
  const context = { title: draft.title, body: draft.body, link };
  return provePage(draft.source, changed, draft.anchors, context).map(({ rule }) => rule);
}

/** Changes a text, and fails where there was nothing to change. */
const replacing =
  (from: string | RegExp, to: string) =>
  (text: string): string => {
    const changed = text.replace(from, to);
    assert.notEqual(changed, text);
    return changed;
  };

describe('the proof', () => {
  it('holds for all 55 pages of the scrape', () => {
    assert.equal(files.size, 55);
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
    );
    for (const { file } of manifest.pages)
      assert.deepEqual(
        objections(file, (text) => text),
        [],
        file,
      );
  });

  for (const [what, file, from, to] of [
    ['a lost line of code', 'concepts/steps.mdx', "  name: 'HelloStep',\n", ''],
    ['a changed indent of code', 'guides/streams.mdx', '\n    ', '\n   '],
    ['a lost title of a code block', 'concepts/steps.mdx', ' title="src/hello.step.ts"', ''],
    [
      'swapped tabs',
      'concepts/steps.mdx',
      /label="TypeScript"([\s\S]*?)label="JavaScript"/,
      'label="JavaScript"$1label="TypeScript"',
    ],
    ['a lost card title', 'examples/index.mdx', 'title="Sentiment Analysis"', 'title=""'],
    ['a lost card', 'examples/index.mdx', /<LinkCard title="Gmail Automation"[^\n]*\n/, ''],
    ['an altered number', 'deployment/motia-cloud/architecture.mdx', '30 seconds', '31 seconds'],
    ['an altered link', 'index.mdx', 'https://iii.dev/docs', 'https://iii.dev/doc'],
    [
      'a link to another page',
      'guides/project-structure.mdx',
      '(/concepts/steps/)',
      '(/concepts/overview/)',
    ],
    ['a lost table row', 'concepts/steps.mdx', /\n\| `cron` \|[^\n]*/, ''],
    ['a heading of another level', 'guides/streams.mdx', '\n## Why Streams?', '\n### Why Streams?'],
    ['a lost word', 'getting-started/why-motia.mdx', 'juggling frameworks', 'frameworks'],
    [
      'words in another order',
      'getting-started/why-motia.mdx',
      'queues, and services',
      'services, and queues',
    ],
    [
      'an added sentence',
      'getting-started/why-motia.mdx',
      'juggling frameworks',
      'juggling of many frameworks',
    ],
    ['a lost picture', 'getting-started/why-motia.mdx', /<Figure [^\n]*\n/, ''],
    ['a lost video', 'guides/streams.mdx', /<Video [^\n]*\n/, ''],
    ['a lost file of a tree', 'concepts/overview.mdx', /\n *- package\.json/, ''],
    [
      'a lost title of an aside',
      'getting-started/quick-start.mdx',
      ' title="Start with a template"',
      '',
    ],
  ] as const)
    it(`fails at ${what}`, () => {
      assert.deepEqual(new Set(objections(file, replacing(from, to))), new Set(['not-lossless']));
    });

  it('fails at code in a page', () => {
    assert.deepEqual(
      objections('index.mdx', (text) => `${text}\n{process.exit(1)}\n`),
      ['code-in-page'],
    );
    assert.ok(
      objections('index.mdx', (text) => `${text}\nexport const x = 1\n`).includes('code-in-page'),
    );
    assert.ok(objections('index.mdx', (text) => `${text}\n<script />\n`).includes('code-in-page'));
    assert.ok(
      objections('index.mdx', (text) => `${text}\n<kbd onClick={x} />\n`).includes('code-in-page'),
    );
    for (const name of ['kbd', 'Card'])
      assert.deepEqual(
        objections('index.mdx', (text) => `${text}\n<${name} onclick="x()" />\n`),
        ['code-in-page'],
      );
  });

  it('fails at code that hides between two anchor comments', () => {
    assert.deepEqual(
      objections('guides/streams.mdx', (text) => `${text}\n## x {/* #a*/process.exit(1)/*b */}\n`),
      ['code-in-page', 'not-lossless'],
    );
  });

  it('fails at a page that is no MDX', () => {
    assert.deepEqual(
      objections('index.mdx', (text) => `${text}\n<Aside>\n`),
      ['no-mdx'],
    );
  });

  it('says where source and page part', () => {
    const draft = drafts.find(({ place }) => place.file === 'index.mdx');
    assert.ok(draft);
    const text = (files.get('index.mdx') ?? '').replace(
      '**iii** is required',
      '**iii** is optional',
    );
    const link = (url: string): string => resolveLink(url, '/docs', targets).url;
    const [objection] = provePage(draft.source, text, draft.anchors, {
      title: draft.title,
      body: draft.body,
      link,
    });
    assert.equal(objection?.message, 'source has word "required", page has word "optional"');
    const bodyStart = draft.entry.lines[0] + 4;
    assert.equal(bodyStart + (objection?.line ?? 0), 27777);
  });
});
