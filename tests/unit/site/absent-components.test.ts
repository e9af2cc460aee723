import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutAbsent, withPresentStyles } from '../../../src/site/build/absent-components.ts';

const TABS = '.tab:where(.astro-esqgolmp){color:red}';
const CARD = '.card:where(.astro-7qmvx3iy){margin:0}';
const present = new Set(['astro-esqgolmp']);

test('rules of components that are there stay as they are', () => {
  assert.equal(withoutAbsent(TABS, present), TABS);
});

test('rules of components that are not there go, with the layers and queries that held nothing else', () => {
  const sheet = `@layer a{@media (width>=50rem){${CARD}}}@layer b{${TABS}${CARD}}`;
  assert.equal(withoutAbsent(sheet, present), `@layer b{${TABS}}`);
});

test('of a rule for several components the selectors of those that are there stay', () => {
  assert.equal(
    withoutAbsent('.x:where(.astro-7qmvx3iy),.y:where(.astro-esqgolmp){top:0}', present),
    '.y:where(.astro-esqgolmp){top:0}',
  );
});

test('rules for no component, layers’ order and keyframes stay', () => {
  const sheet =
    '@layer a, b;body{top:0}@keyframes turn{0%{top:0}to{top:1px}}@font-face{src:url(a)}';
  assert.equal(withoutAbsent(sheet, new Set()), sheet);
});

test('each component’s styles are an element of their own, the same on every page', () => {
  const plain = '@layer a{.steps{top:0}}@layer b{.steps>li{top:0}}';
  const sheet = `<style>@layer a{${TABS}}\n@layer a{.steps{top:0}}@layer b{.steps>li{top:0}}\n@layer a{${CARD}}</style>`;
  const tab = '<p class="tab astro-esqgolmp">';
  const card = '<p class="card astro-7qmvx3iy">';
  assert.equal(
    withPresentStyles(sheet + tab + card),
    `<style>@layer a{${TABS}}</style><style>${plain}</style><style>@layer a{${CARD}}</style>${tab}${card}`,
  );
  assert.equal(
    withPresentStyles(sheet + card),
    `<style>${plain}</style><style>@layer a{${CARD}}</style>${card}`,
  );
});

test('a page’s own styles do not count as elements of it', () => {
  assert.equal(
    withPresentStyles(`<style>${CARD}${TABS}</style><p class="tab astro-esqgolmp">`),
    `<style>${TABS}</style><p class="tab astro-esqgolmp">`,
  );
});
