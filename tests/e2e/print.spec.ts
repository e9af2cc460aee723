/** What is on paper. */
import { expect, test } from './fixtures.ts';

test.beforeEach(({ page }) => page.emulateMedia({ media: 'print', colorScheme: 'dark' }));

test('every tab is printed under its label, and no tab to click', async ({ page }) => {
  await page.goto('./concepts/steps/');
  for (const panel of await page.locator('[role="tabpanel"]').all()) {
    await expect(panel).toBeVisible();
    await expect(panel.locator('> .tab-label')).toBeVisible();
  }
  await expect(page.locator('[role="tablist"]:visible')).toHaveCount(0);
});

test('only the page itself is printed', async ({ page }) => {
  await page.goto('./guides/streams/');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const notes = page.getByRole('note', { name: 'Editor’s note, not upstream’s text' });
  // On paper the title of a note is a line of text, and what it says stands open below.
  const summaries = page.locator('summary:visible').and(page.locator(':not([role="note"] *)'));
  await expect(page.locator('button:visible, select:visible').or(summaries)).toHaveCount(0);
  for (const words of await notes.locator('details > p').all()) await expect(words).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/, scraped\s/)).toBeVisible();
});

test('long blocks are printed whole and no line is cut', async ({ page }) => {
  await page.setViewportSize({ width: 680, height: 900 });
  await page.goto('./examples/uptime-discord-monitor/');
  const cut = await page
    .locator('.expressive-code pre')
    .evaluateAll(
      (blocks) =>
        blocks.filter(
          (pre) => pre.scrollHeight > pre.clientHeight + 1 || pre.scrollWidth > pre.clientWidth + 1,
        ).length,
    );
  expect(cut).toBe(0);
});

test('paper is light, whatever the theme', async ({ page }) => {
  await page.goto('./concepts/overview/');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveCSS('color', 'rgb(18, 24, 22)');
  const token = page.locator('.ec-line span').first();
  expect(await token.evaluate((span) => getComputedStyle(span).color)).not.toBe(
    await token.evaluate((span) => getComputedStyle(span).getPropertyValue('--0')),
  );
});

test('a film is its name and its address, with nothing to play', async ({ page }) => {
  await page.goto('./getting-started/why-motia/');
  const film = page.locator('.facade[data-kind="video"]').first();
  await expect(film.locator('.facade-name')).toBeVisible();
  await expect(film.getByText('Play video')).toBeHidden();
  const printed = await film.evaluate((link) => getComputedStyle(link, '::after').content);
  expect(printed).toContain(await film.getAttribute('href'));
});

test('a link to another site is followed by its address', async ({ page }) => {
  await page.goto('./guides/adapters/');
  const printed = await page
    .locator('.sl-markdown-content p a[href="https://iii.dev/docs"]')
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(printed).toContain('https://iii.dev/docs');
});
