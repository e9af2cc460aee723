/** The proof notices whatever a transform could do wrong to the order of a page. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { provePage } from '../../../src/split/fidelity.ts';
import { draftPage, type DraftPage } from '../../../src/split/page.ts';
import { placeEntries } from '../../../src/split/route.ts';
import { segmentDump } from '../../../src/split/segment.ts';
import { serializePage } from '../../../src/split/serialize.ts';
import { FLOW_TRANSFORMS } from '../../../src/split/transforms/index.ts';
import { decodeDump } from '../../../src/split/decode.ts';
import { faultsIn, withFault, type Fault } from './mutations.ts';
import { dumpOf, SCRAPE, TABLES, titled } from './scrape.ts';

function draftsOf(text: string): DraftPage[] {
  const { entries } = segmentDump(text);
  const { places } = placeEntries(entries, TABLES.sections.sections);
  return entries.flatMap((entry) => {
    const place = places.get(entry.source);
    const { draft, findings } = place
      ? draftPage(entry, place, TABLES.pictures)
      : { draft: undefined, findings: { all: [] } };
    assert.ok(draft, JSON.stringify(findings.all));
    return [draft];
  });
}

const textOf = (draft: DraftPage, tree: Root): string =>
  serializePage({ title: draft.title }, tree);

function objections(draft: DraftPage, text: string): string[] {
  const context = { title: draft.title, body: draft.body, link: (url: string) => url };
  return provePage(draft.source, text, draft.anchors, context).map(({ message }) => message);
}

/** The faults that the proof lets pass, each with the page that it made. */
function unnoticed(draft: DraftPage, faults: readonly Fault[]): string[] {
  const sound = textOf(draft, draft.tree);
  return faults.flatMap((fault) => {
    const text = textOf(draft, withFault(draft.tree, fault));
    const isNoticed = text === sound || objections(draft, text).length > 0;
    return isNoticed ? [] : [`${JSON.stringify(fault)}\n${text}`];
  });
}

/** A sample of each construct; each has two things or more that could change places. */
const CONSTRUCTS: Readonly<Record<string, string>> = {
  Callout: '<Callout type="info" title="Note this">\n\none\n\ntwo\n\n</Callout>',
  Tabs: '<Tabs>\n<Tab value="A">\n\none\n\nmore\n\n</Tab>\n\nbetween\n\n<Tab value="B">\n\ntwo\n\n</Tab>\n<Tab value="C">\n\nthree\n\n</Tab>\n</Tabs>',
  Tab: '<Tab value="A">\n\none\n\ntwo\n\n</Tab>',
  Cards:
    '<Cards>\n<Card title="A" href="https://a.b" description="a" />\n<Card title="B" href="https://b.c" />\n\nbetween\n\n<Card title="C" />\n</Cards>',
  Card: '<Card title="A" href="https://a.b" description="b">\n\none `two`\n\nthree\n\n</Card>',
  Steps:
    '<Steps>\n\nbefore\n\n<Step>\n\n### One\n\na\n\n</Step>\n<Step>\n\n### Two\n\nb\n\n</Step>\n</Steps>\n\n<Steps>\n\n### Three\n\nc\n\n### Four\n\n</Steps>',
  Step: '<Step title="One">\n\na\n\nb\n\n</Step>',
  Files:
    '<Files>\n<File name="a.ts">why **a**</File>\n<Folder name="b">\nwhy b\n<File name="c d.ts" />\n<File>e.ts</File>\n</Folder>\n</Files>\n\n<Folder name="f">\n<File name="g">\n\n```ts\nx\n```\n\n</File>\n\ntext\n\n</Folder>',
  video:
    '<video src="https://a.b/1.mp4" />\n\n<video>\n<source src="https://a.b/2.mp4" />\n</video>',
  a: '<a href="https://a.b">\n<div>One</div>\n<div>Two</div>\n</a>\n\n<a href="https://b.c">\nThree\n</a>\n\nwith <a href="https://c.d">four</a> and [five](https://d.e)',
  p: '<p>\none <b>two</b>\n</p>\n<p>\nthree\n</p>',
  pre: '<pre>\none\n</pre>\n\n<pre>\ntwo\n</pre>',
  blockquote: '<blockquote>\n\none\n\ntwo\n\n</blockquote>\n\n> three\n>\n> four',
  details: '<details>\n<summary>one <code>two</code></summary>\n\nthree\n\nfour\n\n</details>',
  table:
    '<table>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n<tr>\n<td>c <a href="https://a.b">d</a></td>\n<td>e</td>\n</tr>\n</table>\n\n| f | g |\n| - | - |\n| h [i](https://c.d) | ![j](k.png) |',
  iframe: '<iframe src="https://a.b" title="One" />\n\n<iframe src="https://b.c" />',
  'div, section, span': '<div id="x">\n<section>\none\n</section>\n<span>two</span>\n</div>',
  'div of a promo box':
    '<div className="not-prose">\n<h3>Title</h3>\n<p>one</p>\n<a href="https://a.b">two</a>\n<a href="https://b.c">three</a>\n</div>',
  'svg, path, br, source': 'one<br />two\n\n<svg>\n<path d="M1" />\n</svg>\n\nthree',
  'h1, h2, h3, h4, h5, h6':
    '<h2>\none <b>two</b>\n</h2>\n\n## three `four`\n\n#### five [six](https://a.b) ![seven](e.png)',
  'ul, ol, li':
    '<ul>\n<li>one <b>two</b></li>\n<li>three</li>\n</ul>\n\n<ol>\n<li>four</li>\n</ol>\n\n- five\n  - six\n\n  seven\n- eight\n\n1. nine\n2. ten',
  'b, strong, i, em, code, kbd, sub, sup, mark, u, ins, s, del, small':
    '<b>one</b> <strong>two</strong> <i>three</i> <em>four</em> <code>five</code> <kbd>six</kbd> <sub>seven</sub> <sup>eight</sup> <mark>nine</mark> <u>ten</u> <ins>eleven</ins> <s>twelve</s> <del>thirteen</del> <small>fourteen</small>',
  img: '<img src="a.png" alt="one" />\n\n![two](b.png)\n\nthree ![four](c.png) five [![six](d.png)](https://a.b)',
  'thead, tbody, tr, td, th, summary':
    '<thead>\n<tr>\n<th>one</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>two</td>\n</tr>\n</tbody>\n<summary>three</summary>',
  'an unknown component':
    '<Fancy title="One" label="Two" items={[{ name: "three", url: "https://a.b" }, { name: "four" }]} full={<p>five</p>}>\n\nsix\n\nseven\n\n</Fancy>\n\n<ImageZoom src="a.png" alt="eight" />\n\n<Mermaid chart="graph LR" />\n\n## nine <Badge label="ten" />',
  'text between constructs':
    '# Page\n\none {"two"} {/* no */}{three}\n\n```js title="four"\nfive\n```\n\n---\n\n**six** _seven_ ~~eight~~ https://a.b',
};

describe('the proof', () => {
  it('is tried with a sample of every construct that has a transform', () => {
    const tried = new Set(Object.keys(CONSTRUCTS).flatMap((names) => names.split(', ')));
    assert.deepEqual(
      Object.keys(FLOW_TRANSFORMS).filter((name) => !tried.has(name)),
      [],
    );
  });

  for (const [what, dialect] of Object.entries(CONSTRUCTS)) {
    it(`notices every child of ${what} that is moved, swapped, doubled, lifted out or lost`, () => {
      const bytes = dumpOf(['/docs/concepts/a', ...titled('Page'), ...dialect.split('\n')]);
      const [draft] = draftsOf(decodeDump(bytes).text);
      assert.ok(draft);
      assert.deepEqual(objections(draft, textOf(draft, draft.tree)), []);
      const faults = faultsIn(draft.tree);
      for (const kind of ['drop', 'double', 'swap'])
        assert.ok(
          faults.some(({ what: made }) => made === kind),
          `no ${kind} to be made`,
        );
      assert.deepEqual(unnoticed(draft, faults), []);
    });
  }

  it('notices one fault anywhere in a real page', () => {
    const pages = draftsOf(SCRAPE.text).map((draft) => ({ draft, faults: faultsIn(draft.tree) }));
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        const { draft, faults } = pages[one % pages.length] ?? assert.fail();
        const fault = faults[other % faults.length];
        assert.deepEqual(unnoticed(draft, fault ? [fault] : []), []);
      }),
      { numRuns: 200 },
    );
  });
});
