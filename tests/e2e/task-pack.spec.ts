/** The box of the AI tools page that makes a prompt of a task. */
import { expect, test } from './fixtures.ts';

const TASK = 'keep each customer’s jobs in order and give up after three attempts';

test('a task becomes a prompt to copy, by keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./ai-tools/');
  await page.getByLabel('What is to be built').fill(TASK);
  await page.getByLabel('Tokens, at most').selectOption('3,000');
  await page.getByRole('button', { name: 'Make a prompt' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^\d+ sections of \d+ pages, about \d+ tokens\.$/)).toBeVisible();
  const prompt = await page.getByLabel('The prompt').inputValue();
  expect(prompt.startsWith(`${TASK}\n\n`)).toBe(true);
  expect(prompt).toContain('### Message Group ID (#message-group-id)');
  await page.getByRole('button', { name: 'Copy', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(prompt);
});

test('a task without words is answered in one line', async ({ page }) => {
  await page.goto('./ai-tools/');
  await page.getByLabel('What is to be built').fill('…');
  await page.getByRole('button', { name: 'Make a prompt' }).click();
  await expect(page.getByText('The task is empty: say what is to be built')).toBeVisible();
  await expect(page.getByLabel('The prompt')).toBeHidden();
});

test('the box fits a phone, without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('./ai-tools/');
  const box = await page.locator('.task-pack').boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the form says what it does and leads to the pack', async ({ page }) => {
    await page.goto('./ai-tools/');
    await expect(page.locator('.task-pack noscript')).toBeVisible();
    await expect(page.locator('.task-pack')).toHaveAttribute('action', /\/pack$/);
  });
});
