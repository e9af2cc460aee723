/** What the search costs a reader: bytes, requests, time, and movement on the screen. */
import type { Page, Request } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readQuestions } from '../search/measures.ts';
import { expect, test } from './fixtures.ts';
import { SearchBox } from './search-box.ts';

const questions = readQuestions(readFileSync('tests/search/questions.jsonl', 'utf8'));

/** What is loaded from now on; what comes from the browser's own cache costs nothing. */
function watchLoads(page: Page) {
  const requests: Request[] = [];
  page.on('requestfinished', (request) => {
    // The icon of the tab, which Chromium asks for anew once its cache was cleared.
    if (!request.url().endsWith('/favicon.svg')) requests.push(request);
  });
  const loads = async () => {
    const sizes = await Promise.all(
      requests.map(async (request) => ({ request, ...(await request.sizes()) })),
    );
    return sizes.filter(({ responseBodySize }) => responseBodySize > 0);
  };
  return {
    paths: async () => (await loads()).map(({ request }) => new URL(request.url()).pathname),
    bytes: async () =>
      (await loads()).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
    reset: () => requests.splice(0),
  };
}

test('nothing of the search is loaded before it is opened', async ({ page }) => {
  const loads = watchLoads(page);
  await page.goto('./guides/streams/');
  await page.waitForLoadState('networkidle');
  expect((await loads.paths()).filter((path) => /pagefind|panel/.test(path))).toEqual([]);
});

test('a first query loads 100 kB in 5 requests at most, a later one 40 kB', async ({ page }) => {
  const box = new SearchBox(page);
  for (const { q } of questions.slice(0, 6)) {
    await page.goto('./guides/plugins/');
    await page.waitForLoadState('networkidle');
    await page.context().clearCookies();
    const client = await page.context().newCDPSession(page);
    await client.send('Network.clearBrowserCache');
    const loads = watchLoads(page);
    await box.ask(q);
    await expect(box.dialog.locator('.hit-excerpt').first()).not.toBeEmpty();
    await page.waitForLoadState('networkidle');
    expect((await loads.paths()).length, `requests for ${q}`).toBeLessThanOrEqual(5);
    expect(await loads.bytes(), `bytes for ${q}`).toBeLessThanOrEqual(100_000);
    loads.reset();
    await box.ask('middleware order');
    await expect(box.links.first()).toHaveText('Execution Order');
    await page.waitForLoadState('networkidle');
    expect(await loads.bytes(), `bytes after ${q}`).toBeLessThanOrEqual(40_000);
    await page.keyboard.press('Escape');
  }
});

test('95 of 100 warm queries are answered within 25 ms', async ({ page }) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('queue');
  await expect(box.links.first()).toBeVisible();
  const slowest = () =>
    page.evaluate(
      async (queries) => {
        const field = document.querySelector<HTMLInputElement>('.search-dialog [name="q"]');
        const list = document.querySelector('.search-dialog [data-pages]');
        if (!field || !list) throw new Error('no search box');
        const times: number[] = [];
        for (const query of queries) {
          const answered = new Promise<void>((resolve) => {
            const observer = new MutationObserver(() => (observer.disconnect(), resolve()));
            observer.observe(list, { childList: true });
          });
          const start = performance.now();
          field.value = query;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await answered;
          times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Infinity;
      },
      questions.map(({ q }) => q),
    );
  // Others share the machine: of a few rounds the least disturbed counts.
  const rounds: number[] = [];
  while (rounds.length < 6 && !rounds.some((time) => time <= 25)) rounds.push(await slowest());
  expect(Math.min(...rounds)).toBeLessThanOrEqual(25);
});

test('nothing moves when the text of hits comes in', async ({ page }) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await page.keyboard.press('/');
  await expect(box.field).toBeFocused();
  await box.field.fill('how do I retry a queue step');
  await expect(box.links.first()).toBeVisible();
  const places = () =>
    box.links.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
  const before = await places();
  await expect(box.dialog.locator('.hit-excerpt').first()).not.toBeEmpty();
  expect(await places()).toEqual(before);
});
