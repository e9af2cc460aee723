/** axe in what opens over a page, and the headings that begin with a picture. */
import { expect, test } from './fixtures.ts';
import { violations } from './axe.ts';

const PHONE = { width: 390, height: 844 };

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the open search and in the open menu of a phone, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./guides/streams/');
    await page.keyboard.press('/');
    await page.keyboard.type('state');
    await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
    expect(await violations(page, { within: ['dialog'] })).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(page.getByRole('link', { name: 'Use with AI tools' })).toBeVisible();
    expect(await violations(page, {})).toEqual([]);
  });
}

test('no heading begins with an emoji, in the text or in the contents', async ({ page }) => {
  await page.goto('./community/community-resources/');
  const heading = page.getByRole('heading', { name: 'Development & Contribution', exact: true });
  await expect(heading).toBeVisible();
  expect(await heading.evaluate((h2) => getComputedStyle(h2, '::before').content)).toContain('🚀');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await expect(
    contents.getByRole('link', { name: 'Development & Contribution', exact: true }),
  ).toHaveAttribute('href', '#-development--contribution');
});
