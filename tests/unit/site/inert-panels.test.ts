import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withInertPanels } from '../../../src/site/build/inert-panels.ts';

const panel = (content: string, isHidden: boolean) =>
  `<div role="tabpanel"${isHidden ? ' hidden' : ''}>${content}</div>`;
const tabs = (key: string, panels: string) =>
  `<starlight-tabs data-sync-key="${key}"><ul role="tablist"></ul>${panels}</starlight-tabs>`;
const page = (body: string) => `<!doctype html><html><body><main>${body}</main></body></html>`;

const WORDS = 'word '.repeat(4000);
const group = (content: (inTemplate: string) => string) =>
  tabs(
    'language',
    panel(WORDS, false) + panel(content(WORDS), true) + panel(content('<b>x</b>'), true),
  );
const asIs = (text: string) => text;
const inTemplate = (text: string) => `<template>${text}</template>`;

describe('on a long page', () => {
  test('the panels of languages that are not shown become templates, and nothing else changes', () => {
    assert.equal(
      withInertPanels(page(`<p>Before</p>${group(asIs)}<p>After</p>`)),
      page(`<p>Before</p>${group(inTemplate)}<p>After</p>`),
    );
  });

  test('tabs for other things stay, and language tabs within them are found', () => {
    const outer = (inner: string) => tabs('trigger', panel(WORDS, false) + panel(inner, true));
    assert.equal(withInertPanels(page(outer(group(asIs)))), page(outer(group(inTemplate))));
  });

  test('tabs within a panel that becomes a template are part of it', () => {
    const nested = tabs('language', panel('a', false) + panel('b', true));
    const outer = (content: (text: string) => string) =>
      tabs('language', panel(WORDS.repeat(2), false) + panel(content(nested), true));
    assert.equal(withInertPanels(page(outer(asIs))), page(outer(inTemplate)));
  });
});

test('a page that is not long stays as it is, however long its scripts', () => {
  const short = page(
    tabs('language', panel('a', false) + panel('b', true)) +
      `<script>${'x'.repeat(50_000)}</script>`,
  );
  assert.equal(withInertPanels(short), short);
});
