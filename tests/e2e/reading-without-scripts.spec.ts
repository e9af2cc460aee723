/** Everything is reachable in a browser that runs no JavaScript. */
import { expect, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

test('every tab’s content is shown under its label', async ({ page }) => {
  await page.goto('./concepts/steps/');
  const panels = page.locator('[role="tabpanel"]');
  expect(await panels.count()).toBeGreaterThan(10);
  for (const panel of await panels.all()) await expect(panel).toBeVisible();
  await expect(page.locator('.tab-label').filter({ hasText: 'Python' }).first()).toBeVisible();
  await expect(page.locator('[role="tablist"]:visible')).toHaveCount(0);
});

test('the search leads to a page that says why, and to all sections', async ({ page }) => {
  await page.goto('./guides/streams/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search\/$/);
  await expect(page.locator('main noscript')).toBeVisible();
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Deployment', exact: true }).click();
  await expect(page).toHaveURL(/\/deployment\/$/);
});

test('nothing is offered that only a script can do', async ({ page }) => {
  for (const route of ['./', './guides/streams/', './examples/uptime-discord-monitor/']) {
    await page.goto(route);
    await expect(page.locator('main button:visible, main select:visible')).toHaveCount(0);
    await expect(page.getByRole('combobox')).toHaveCount(0);
  }
});

test('the page’s menu opens and leads to its Markdown', async ({ page }) => {
  await page.goto('./guides/streams/');
  await page.locator('.page-actions summary').click();
  await expect(page.getByRole('link', { name: 'View as Markdown' })).toBeVisible();
});

test('the theme is the system’s', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./guides/streams/');
  expect(await background()).toBe('rgb(254, 254, 252)');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background()).toBe('rgb(15, 19, 18)');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the menu opens and leads to a page', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('button', { name: 'Menu' }).click();
    const sidebar = page.getByRole('navigation', { name: 'Main' });
    await sidebar.getByText('Concepts', { exact: true }).click();
    await sidebar.getByRole('link', { name: 'Steps' }).click();
    await expect(page).toHaveURL(/\/concepts\/steps\/$/);
  });
});
