/** The page that stands where none is. */
import { expect, test } from './fixtures.ts';

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
