import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hashSource, needsOfPage, needsOfSheet } from '../../../../src/server/policy/needs.ts';

const OWN = 'https://docs.example';
const needs = (html: string) =>
  needsOfPage(html, OWN).needs.map(({ directive, source }) => `${directive} ${source}`);
const refusals = (html: string) =>
  needsOfPage(html, OWN).refusals.map(({ line, what, way }) => `${line}: ${what}: ${way}`);

describe('a page needs', () => {
  test('the hash of each inline script that runs, to the letter, and of no data', () => {
    // Of the empty text, and of an example that CSP Level 3 gives.
    assert.equal(hashSource(''), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    assert.equal(
      hashSource("alert('Hello, world.');"),
      "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
    );
    assert.deepEqual(
      needs(`<script>alert('Hello, world.');</script>
        <script type="module"></script>
        <script type="application/ld+json">{"@type":"TechArticle"}</script>
        <script type="module" src="/_astro/x.js"></script>`),
      [
        "script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
        "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
      ],
    );
  });

  test('the hash of each inline style, also of one in a template, and the drawings in it', () => {
    const css = 'p{background:url("data:image/svg+xml,<svg/>")}';
    assert.deepEqual(needs(`<template><style>${css}</style></template>`), [
      `style-src ${hashSource(css)}`,
      'img-src data:',
    ]);
  });

  test('the hosts of its pictures, films and frames, its own apart', () => {
    assert.deepEqual(
      needs(`<img src="https://a.example/x.png" srcset="/x.webp 1x, https://b.example/x.webp 2x">
        <img src="/own.png"><img src="${OWN}/own.png"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
        <picture><source srcset="//c.example/x.avif"></picture>
        <video src="https://films.example/x.mp4" poster="https://a.example/p.png">
          <source src="https://films.example/y.mp4"></video>
        <iframe src="https://frames.example/"></iframe>
        <svg><image href="https://a.example/y.png"/></svg>
        <a href="https://elsewhere.example/">no need</a>`),
      [
        'img-src https://a.example',
        'img-src https://b.example',
        'img-src data:',
        'img-src https://c.example',
        'media-src https://films.example',
        'img-src https://a.example',
        'media-src https://films.example',
        'frame-src https://frames.example',
        'img-src https://a.example',
      ],
    );
  });

  test('what its facades load when they are asked', () => {
    assert.deepEqual(
      needs(`<a class="facade" data-kind="video" href="https://assets.motia.dev/videos/x.mp4">Play</a>
        <a class="facade" data-kind="animation" href="https://raw.githubusercontent.com/x.gif">Play</a>`),
      ['media-src https://assets.motia.dev', 'img-src https://raw.githubusercontent.com'],
    );
  });
});

describe('a page is refused for', () => {
  for (const [html, refusal] of [
    [
      '<p>\n<p style="color:red">',
      '2: <p style="color:red">: write a class in place of the style attribute',
    ],
    ['<body onload="go()">', '1: <body onload="go()">: listen to the event in a script'],
    [
      '<svg><a xlink:href=" java\nscript:go()">x</a></svg>',
      '1: <a href=" java\nscript:go()">: use a button and a script',
    ],
    [
      '<form action="JavaScript:go()">',
      '1: <form action="JavaScript:go()">: use a button and a script',
    ],
    ['<base href="/x/">', '1: <base>: the policy forbids it everywhere'],
    ['<object data="/x.pdf"></object>', '1: <object>: the policy forbids it everywhere'],
    [
      '<script src="https://evil.example/x.js"></script>',
      '1: <script> from https://evil.example/x.js: serve the file from the site',
    ],
    [
      '<link rel="stylesheet" href="//evil.example/x.css">',
      '1: <link> from //evil.example/x.css: serve the file from the site',
    ],
  ] as const) {
    test(html, () => assert.deepEqual(refusals(html), [refusal]));
  }

  test('none of what words may say', () => {
    assert.deepEqual(
      refusals(`<p title="x">javascript:alert(1) style="x"</p><code>&lt;p onclick="x"&gt;</code>
        <script src="/x.js"></script><a href="https://x.example/?u=javascript:1">x</a>`),
      [],
    );
  });
});

test('a sheet needs what it holds itself, drawings and fonts', () => {
  assert.deepEqual(
    needsOfSheet(
      `a{mask:url("data:image/svg+xml,x")}b{src:url(data:font/woff2;base64,x)}i{src:url(/x.woff2)}`,
    ),
    [
      { directive: 'img-src', source: 'data:' },
      { directive: 'font-src', source: 'data:' },
    ],
  );
});
