/** What a hit opens: the heading, the right tab, and the words marked. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { SearchBox } from './search-box.ts';

/** The texts that the page shows as found. */
function marked(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('searched') ?? [])].map((range) => (range as Range).toString()),
  );
}

test('a hit lands on its heading with the words marked, at the page’s own address', async ({
  page,
}) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('visibilityTimeout seconds');
  await box.links.first().click();
  await expect(page).toHaveURL(/\/guides\/infrastructure\/#queue-settings$/);
  await expect(page.getByRole('heading', { name: 'Queue Settings' })).toBeInViewport();
  await expect.poll(() => marked(page)).toContain('visibilityTimeout');
  expect(await marked(page)).toContain('Seconds');
  await page.keyboard.press('Escape');
  await expect.poll(() => marked(page)).toEqual([]);
});

test('a hit opens the tab that has the words, without changing the reader’s choice', async ({
  page,
}) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('def handler messageGroupId');
  await box.dialog.getByRole('link', { name: 'Message Group ID' }).click();
  await expect(page).toHaveURL(/#message-group-id$/);
  const python = page.getByRole('tab', { name: 'Python', selected: true });
  await expect(python).toHaveCount(1);
  await page.reload();
  await expect(python).toHaveCount(0);
});

test('a search for one language opens its tabs', async ({ page }) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('message group id');
  await box.filter('JavaScript');
  await box.dialog.getByRole('link', { name: 'Message Group ID' }).click();
  await expect(page.getByRole('tab', { name: 'JavaScript', selected: true })).toHaveCount(1);
  await expect(page).toHaveURL(/\/guides\/infrastructure\/#message-group-id$/);
});
