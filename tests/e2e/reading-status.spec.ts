/** Pages on what was removed or is deprecated, and addresses where no page is. */
import { expect, test } from './fixtures.ts';

test('a removed page says so at its title, in the sidebar and in its section’s list', async ({
  page,
}) => {
  await page.goto('./guides/adapters/');
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Adapters (Removed)');
  await expect(main.locator('.title-row .status')).toHaveText('Removed');
  await expect(main.getByText('See instead').getByRole('link')).toHaveAttribute(
    'href',
    'https://iii.dev/docs',
  );
  const sidebar = page.getByRole('navigation', { name: 'Main' });
  await expect(sidebar.getByRole('link', { name: 'Adapters Removed' })).toBeVisible();
  await page.goto('./guides/');
  await expect(main.locator('.page-list .status')).toHaveText(['Removed', 'Removed']);
});

test('a deprecated page leads to what its text names', async ({ page }) => {
  await page.goto('./examples/adapter-configuration/');
  await expect(page.locator('.title-row .status')).toHaveText('Deprecated');
  await page.getByText('See instead').getByRole('link').click();
  await expect(page).toHaveURL(/\/guides\/adapters\/$/);
});

test.describe('an address where no page is', () => {
  test.use({ expected: [/\b404\b/] });

  for (const [asked, nearest] of [
    ['./guides/steams/', 'Guides › Real-time Streams'],
    ['./docs/development-guide/state-managment', 'Guides › State Management'],
    ['./docs/getting-started/quickstart-guide', 'Getting started › Quick Start'],
    ['./concept/step', 'Concepts › Steps'],
    ['./deploy/railwy.html', 'Deployment › Deploy to Railway'],
  ] as const) {
    test(`${asked} suggests ${nearest} first`, async ({ page }) => {
      await page.goto(asked);
      const suggested = page.getByRole('region', { name: /^Nearest to/ }).getByRole('link');
      await expect(suggested.first()).toHaveText(nearest);
      await suggested.first().click();
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/not found/i);
    });
  }

  test('an address that is near nothing says so', async ({ page }) => {
    await page.goto('./xyzzy');
    await expect(page.getByRole('region', { name: 'Nearest to /xyzzy' })).toContainText(
      'No page has an address like that.',
    );
  });
});
