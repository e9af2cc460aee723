import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../e2e/browser.ts';

const having =
  (...paths: string[]) =>
  (path: unknown) =>
    paths.includes(String(path));

test('the browser that CHROMIUM_PATH names is used, whatever else there is', () => {
  const env = { CHROMIUM_PATH: '/opt/chrome' };
  assert.equal(findBrowser(env, having('/usr/bin/chromium')), '/opt/chrome');
});

test('then Playwright’s own, then the system’s, Chromium before Chrome', () => {
  const own = chromium.executablePath();
  assert.equal(findBrowser({}, having('/usr/bin/chromium', own)), own);
  assert.equal(
    findBrowser({}, having('/usr/bin/google-chrome', '/usr/bin/chromium')),
    '/usr/bin/chromium',
  );
  assert.equal(findBrowser({}, having('/usr/bin/google-chrome')), '/usr/bin/google-chrome');
});

test('without any there is none', () => assert.equal(findBrowser({}, having()), undefined));
