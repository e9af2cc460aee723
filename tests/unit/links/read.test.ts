import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from '../../../src/links/read-html.ts';
import { markdownReader } from '../../../src/links/read-markdown.ts';

const linksOf = ({ links }: { links: readonly { href: string; line: number }[] }) =>
  links.map(({ href, line }) => [href, line]);

test('all that a browser would load or follow from a page is a link', () => {
  const page = readHtml(`<!doctype html>
<link rel="alternate" type="text/markdown" href="/guides/streams.md">
<script src="/_astro/page.js"></script>
<a href="/concepts/steps/#triggers">Steps</a> <a>no link</a>
<img src="/a.png" srcset="/a-1.webp 1x, /a-2.webp 2x" alt="">
<video src="/demo.mp4" poster="/demo.jpg"><source src="/demo.webm"></video>
<noscript><a href="/without-scripts/">x</a></noscript>
<template><a href="/in-a-template/">x</a></template>`);
  assert.deepEqual(linksOf(page), [
    ['/guides/streams.md', 2],
    ['/_astro/page.js', 3],
    ['/concepts/steps/#triggers', 4],
    ['/a.png', 5],
    ['/a-1.webp', 5],
    ['/a-2.webp', 5],
    ['/demo.mp4', 6],
    ['/demo.jpg', 6],
    ['/demo.webm', 6],
    ['/without-scripts/', 7],
    ['/in-a-template/', 8],
  ]);
});

test('text that looks like a link is none: code, comments, scripts, SVG symbols', () => {
  const page = readHtml(`<pre>&lt;a href="/code/"&gt;</pre>
<!-- <a href="/comment/">x</a> -->
<script>const html = '<a href="/script/" id="script">x</a>';</script>
<textarea><a href="/text/" id="text">x</a></textarea>
<svg><use href="#symbol"/></svg>`);
  assert.deepEqual(page, { links: [], ids: [] });
});

test('ids are listed in order, each as often as it occurs, with entities read', () => {
  const page = readHtml('<h2 id="a&amp;b">x</h2>\n<h2 id="_top">x</h2>\n<i id="_top">x</i>');
  assert.deepEqual(page.ids, [
    { id: 'a&b', line: 1 },
    { id: '_top', line: 2 },
    { id: '_top', line: 3 },
  ]);
});

test('links, pictures, definitions and bare addresses of Markdown are links, code is not', () => {
  const twin = markdownReader()(`---
title: Streams
url: https://docs.example/guides/streams/
---

# Streams

See [Steps](/concepts/steps.md#triggers), ![a picture](/a.png)
and https://docs.example/llms.txt or [state][1].

\`[no](/link/)\`

    [neither](/is/this/)

| a | b |
| - | - |
| [cell](/cell/) | x |

[1]: /guides/state-management.md
`);
  assert.deepEqual(linksOf(twin), [
    ['/concepts/steps.md#triggers', 8],
    ['/a.png', 8],
    ['https://docs.example/llms.txt', 9],
    ['/cell/', 17],
    ['/guides/state-management.md', 19],
  ]);
});

test('headings within code do not end it, whatever the code stands in', () => {
  const twin = markdownReader()(`# One

- \`\`\`md
  # [a](/a/)
  \`\`\`

\`\`\`\`md
\`\`\`
# [b](/b/)
\`\`\`
# [c](/c/)
\`\`\`\`

> ~~~
> # [d](/d/)
> ~~~

# [Two](/two/)
`);
  assert.deepEqual(linksOf(twin), [['/two/', 18]]);
});

test('a section that stands in several files is read in each, with its own lines', () => {
  const read = markdownReader();
  const section = '## State\n\n[x](/x/)';
  assert.deepEqual(linksOf(read(section)), [['/x/', 3]]);
  assert.deepEqual(linksOf(read(`# All\n\n${section}\n\n${section}`)), [
    ['/x/', 5],
    ['/x/', 9],
  ]);
});
