/** The list of a page's headings follows the reader. */
import { expect, test } from './fixtures.ts';

test('the section in sight is marked, by scrolling, by a jump and at another window size', async ({
  page,
}) => {
  await page.goto('./guides/streams/');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const marked = contents.locator('[aria-current="true"]');
  await expect(marked).toHaveText('Overview');

  const headings = page.locator('.sl-markdown-content :is(h2, h3)[id]');
  const titleAt = async (index: number) => (await headings.nth(index).innerText()).trim();
  await headings.nth(3).evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
  await expect(marked).toHaveText(await titleAt(3));
  // Within the text of a section, with no heading near.
  await page.evaluate(() => window.scrollBy({ top: 40, behavior: 'instant' }));
  await expect(marked).toHaveText(await titleAt(3));

  await contents.getByRole('link').nth(2).click();
  await expect(marked).toHaveText(await contents.getByRole('link').nth(2).innerText());

  await page.setViewportSize({ width: 1300, height: 500 });
  await headings.nth(5).evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
  await expect(marked).toHaveText(await titleAt(5));
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  await expect(marked).toHaveText('Overview');
  await expect(marked).toHaveCount(1);
});

test('on a phone the bar names the section in sight, and its list closes after a choice and by Escape', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./guides/streams/');
  const bar = page.locator('mobile-starlight-toc');
  const heading = page.locator('.sl-markdown-content :is(h2, h3)[id]').nth(3);
  await heading.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
  await expect(bar.locator('.display-current')).toHaveText((await heading.innerText()).trim());

  await bar.locator('summary').click();
  const link = bar.getByRole('link').nth(2);
  const chosen = await link.innerText();
  await link.click();
  await expect(link).toBeHidden();
  await expect(bar.locator('.display-current')).toHaveText(chosen);
  await bar.locator('summary').click();
  await expect(link).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
});
