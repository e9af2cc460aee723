/** Every page of the site, opened once. */
import { readRoutes } from '../../src/content/read-routes.ts';
import { expect, test } from './fixtures.ts';

const { pages, sections } = readRoutes();
const routes = new Set([...pages, ...sections].map(({ route }) => route));

for (const route of routes) {
  test(`${route} opens with a heading, all its pictures and an empty console`, async ({ page }) => {
    await page.goto(`.${route}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    // What loads lazily, loads now.
    await page.evaluate(() =>
      Promise.all(
        [...document.images].map((image) => {
          image.loading = 'eager';
          return image.complete || new Promise((done) => (image.onload = image.onerror = done));
        }),
      ),
    );
  });
}

test.describe('a page that is not there', () => {
  test.use({ expected: [/\b404\b/] });

  test('says so and offers ways on', async ({ page }) => {
    const response = await page.goto('./guides/steams/');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/not found/i);
    await page.getByRole('main').getByRole('link', { name: 'Guides', exact: true }).first().click();
    await expect(page).toHaveURL(/\/guides\/$/);
  });
});
