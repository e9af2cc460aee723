/** Readers and links that are out of the ordinary. */
import { expect, test } from './fixtures.ts';

test('where storage is blocked, theme, language and wrapping hold for the page', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        configurable: true,
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
  await page.goto('./concepts/steps/');
  await page
    .getByRole('banner')
    .getByRole('combobox', { name: 'Language of code' })
    .selectOption('Python');
  const tabs = page.getByRole('tab', { name: 'Python', exact: true });
  await expect(tabs.first()).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-markdown]')).toHaveAttribute('href', /steps\.md$/);
  await page.locator('.page-actions summary').click();
  await expect(page.locator('[data-markdown]')).toHaveAttribute('href', /steps\.python\.md$/);
  await page
    .getByRole('banner')
    .getByRole('combobox', { name: 'Select theme' })
    .selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('an address whose anchor is no UTF-8 leaves the page whole', async ({ page }) => {
  await page.goto('./guides/streams/#%E0%A4%A');
  const second = page.locator('starlight-tabs').first().getByRole('tab').nth(1);
  await second.click();
  await expect(second).toHaveAttribute('aria-selected', 'true');
});
