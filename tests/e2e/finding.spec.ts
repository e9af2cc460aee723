/** The ways in: search, old addresses, llms.txt. */
import { expect, test } from './fixtures.ts';

test('a search for "streams" lands on the heading', async ({ page }) => {
  await page.goto('./');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Search/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('streams');
  const hit = dialog.locator('a[href*="/guides/streams/#"]').first();
  const anchor = new URL((await hit.getAttribute('href')) ?? '', page.url()).hash;
  await hit.click();
  await expect(page).toHaveURL(`./guides/streams/${anchor}`);
  await expect(dialog).toBeHidden();
  await expect(page.locator(`[id="${anchor.slice(1)}"]`)).toBeInViewport();
});

test('the search opens and is used with keys alone', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('/');
  await page.keyboard.type('streams');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('link', { name: 'Streams' }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/guides\/streams\//);
});

test('an upstream address leads to our page', async ({ page, baseURL }) => {
  const response = await page.goto('./docs/development-guide/streams');
  expect(response?.request().redirectedFrom()?.url()).toBe(
    `${baseURL}docs/development-guide/streams`,
  );
  await expect(page).toHaveURL(`${baseURL}guides/streams/`);
});

test('llms.txt leads to the Markdown of a page, and that back to llms.txt', async ({
  request,
  baseURL,
}) => {
  /** The same place on the server under test, whatever address the site was built for. */
  const here = (url: string | undefined) => `.${new URL(url ?? '', baseURL).pathname}`;

  const index = await request.get('./llms.txt');
  expect(index.headers()['content-type']).toBe('text/plain; charset=utf-8');
  const [, twinUrl] = /\]\((\S+\/guides\/streams\.md)\)/.exec(await index.text()) ?? [];
  const twin = await request.get(here(twinUrl));
  expect(twin.headers()['content-type']).toBe('text/markdown; charset=utf-8');
  const text = await twin.text();
  expect(text).toMatch(/^# .*Streams/m);
  const [indexUrl] = /https?:\/\/\S+\/llms\.txt/.exec(text) ?? [];
  expect(await (await request.get(here(indexUrl))).text()).toBe(await index.text());
});

test('a page’s own address gives its Markdown to those who ask for it', async ({ request }) => {
  const asked = await request.get('./guides/streams/', { headers: { accept: 'text/markdown' } });
  const twin = await request.get('./guides/streams.md');
  expect(await asked.text()).toBe(await twin.text());
  expect(asked.headers()['content-location']).toMatch(/\/guides\/streams\.md$/);
});
