/** Long pages keep the code of languages that nobody has chosen as templates. */
import { expect, test } from './fixtures.ts';

const LONG = './getting-started/build-your-first-motia-app/ai-agents/';

test('a language that is chosen is there, in every group, also after a reload', async ({
  page,
}) => {
  await page.goto(LONG);
  const panels = page.getByRole('tabpanel', { name: 'Python', includeHidden: true });
  const count = await panels.count();
  expect(count).toBeGreaterThan(1);
  await expect(page.locator('[role="tabpanel"] > template')).toHaveCount(2 * count);
  await page.getByRole('tab', { name: 'Python' }).first().click();
  for (const panel of await panels.all()) {
    await expect(panel).toBeVisible();
    expect(await panel.innerText()).not.toBe('');
  }
  await page.reload();
  for (const panel of await panels.all()) await expect(panel.locator('pre').first()).toBeVisible();
  // JavaScript's are still templates.
  await expect(page.locator('[role="tabpanel"] > template')).toHaveCount(count);
});

test('its code is copied as it is written', async ({ page }) => {
  await page.goto(LONG);
  await page.getByRole('tab', { name: 'JavaScript' }).first().click();
  const panel = page.getByRole('tabpanel', { name: 'JavaScript' }).first();
  await panel.locator('figure').first().hover();
  await panel.getByRole('button', { name: /copy/i }).first().click();
  const twin = await (await page.request.get(`${LONG.slice(0, -1)}.javascript.md`)).text();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.length).toBeGreaterThan(100);
  expect(twin).toContain(copied);
});

test('on paper every language is there', async ({ page }) => {
  await page.goto(LONG);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('[role="tabpanel"] > template')).toHaveCount(0);
});
