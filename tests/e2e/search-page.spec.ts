/** The search page, and the search on a phone; axe in both. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseFilter, openFilters, SearchBox } from './search-box.ts';

const PHONE = { width: 390, height: 844 };

test('a shared search opens on the search page with its filters', async ({ page }) => {
  await page.goto('./search/?q=scaling&section=deployment&language=typescript');
  const main = page.getByRole('main');
  await expect(main.getByRole('searchbox')).toHaveValue('scaling');
  await expect(main.getByText('Deployment · TypeScript')).toBeVisible();
  await expect(main.getByRole('radio')).toHaveCount(0);
  await openFilters(main);
  await expect(main.getByRole('radio', { name: 'Deployment' })).toBeChecked();
  await expect(main.getByRole('radio', { name: 'TypeScript' })).toBeChecked();
  await chooseFilter(main, 'Any language');
  await expect(main.getByText('Deployment · Any language')).toBeVisible();
  await expect(main.locator('.hit-link').first()).toContainText('Scal');
  await expect(page).toHaveURL(/\/search\/\?q=scaling&section=deployment$/);
  await expect(main.locator('.hits-page').filter({ hasNotText: /^Deployment/ })).toHaveCount(0);
});

test('the filters are one row until they are wanted, opened and chosen by keyboard', async ({
  page,
}) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('redis');
  const row = box.dialog.locator('.search-filters');
  expect((await row.boundingBox())?.height).toBeLessThan(40);
  await page.keyboard.press('Tab');
  if (
    await box.dialog
      .getByRole('button', { name: 'Close' })
      .evaluate((it) => it === document.activeElement)
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(row.locator('summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(box.dialog.getByRole('radio', { name: 'All sections' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(box.dialog.getByRole('radio', { name: 'Getting started' })).toBeChecked();
  await expect(page).toHaveURL(/section=getting-started/);
  await expect(row.locator('summary')).toHaveText(/Filters: ?Getting started · Any language/);
});

test('on the search page / goes to its own field, and Enter opens the first hit', async ({
  page,
}) => {
  await page.goto('./search/');
  const field = page.getByRole('main').getByRole('searchbox');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.keyboard.type('enviroment variables');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/guides\/environment-variables\//);
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test('the search fills the screen, is used by touch, and nothing is cut off', async ({
    page,
  }) => {
    const box = new SearchBox(page);
    await page.goto('./guides/streams/');
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Search/ })
      .tap();
    await expect(box.field).toBeFocused();
    expect(await box.dialog.boundingBox()).toEqual({ x: 0, y: 0, ...PHONE });
    await box.field.fill('REDIS_URL');
    await expect(box.links.first()).toBeVisible();
    const wide = await box.dialog.evaluate(
      (dialog) =>
        [dialog, ...dialog.querySelectorAll('.search-results, .hit')].filter(
          (element) => element.scrollWidth > element.clientWidth,
        ).length,
    );
    expect(wide).toBe(0);
    await box.dialog.locator('.search-filters summary').tap();
    await box.dialog.getByRole('radio', { name: 'Deployment' }).tap();
    await expect(page).toHaveURL(/section=deployment/);
    await box.links.first().tap();
    await expect(page).toHaveURL(/\/deployment\/.+#/);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme });

    const violations = async (page: Page, within: string) => {
      const { violations } = await new AxeBuilder({ page }).include(within).analyze();
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
      );
    };

    test('finds nothing in the box: empty, with hits, mended, with nothing found', async ({
      page,
    }) => {
      const box = new SearchBox(page);
      await page.goto('./guides/streams/');
      await page.keyboard.press('/');
      await expect(box.field).toBeFocused();
      expect(await violations(page, 'dialog')).toEqual([]);
      for (const query of ['visibilityTimeout', 'obervability', 'kafka xylophone', 'xylophone']) {
        await box.ask(query);
        expect(await violations(page, 'dialog'), query).toEqual([]);
      }
    });

    test('finds nothing on the search page', async ({ page }) => {
      await page.goto('./search/?q=log+levels');
      await expect(page.getByRole('main').locator('.hit-link').first()).toBeVisible();
      expect(await violations(page, 'body')).toEqual([]);
    });
  });
}
