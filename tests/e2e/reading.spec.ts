/** What a reader does: finds a page, follows it, takes code from it. */
import { expect, test } from './fixtures.ts';

test('a page is found from home by the sidebar', async ({ page }) => {
  await page.goto('./');
  const sidebar = page.getByRole('navigation', { name: 'Main' });
  await sidebar.getByText('Guides', { exact: true }).click();
  await sidebar.getByRole('link', { name: 'Streams' }).click();
  await expect(page).toHaveURL(/\/guides\/streams\/$/);
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(/Streams/);
  await expect(sidebar.getByRole('link', { name: 'Streams' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('Python chosen on one page is chosen on another, and after a reload', async ({ page }) => {
  const python = page.getByRole('tab', { name: 'Python' });
  await page.goto('./concepts/steps/');
  await expect(python.first()).toHaveAttribute('aria-selected', 'false');
  await python.first().click();
  for (const tab of await python.all()) await expect(tab).toHaveAttribute('aria-selected', 'true');

  await page.goto('./guides/streams/');
  await expect(python.first()).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel', { name: 'Python' }).first()).toBeVisible();
  await page.reload();
  await expect(python.first()).toHaveAttribute('aria-selected', 'true');
});

test('a page is fetched once when one points at its link or gets to it by keys, and a file is not', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.headers()['sec-purpose'] === 'prefetch')
      fetched.push(new URL(request.url()).pathname);
  });
  await page.goto('./concepts/steps/');
  const sidebar = page.getByRole('navigation', { name: 'Main' });
  await sidebar.getByRole('link', { name: 'Use with AI tools' }).hover();
  await expect.poll(() => fetched).toHaveLength(1);
  await sidebar.getByRole('link', { name: 'Overview' }).focus();
  await expect.poll(() => fetched).toHaveLength(2);
  await sidebar.getByRole('link', { name: 'Use with AI tools' }).hover();
  await page.getByRole('link', { name: 'Steps', exact: true }).hover();
  await page.locator('.page-actions summary').click();
  await page.getByRole('link', { name: 'View as Markdown' }).hover();
  await page.waitForTimeout(300);
  expect(fetched.map((path) => path.split('/').slice(-3).join('/'))).toEqual([
    '/ai-tools/',
    'concepts/overview/',
  ]);
});

test('the table of contents has its place before the text beside it has come', async ({ page }) => {
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await page.goto('./concepts/steps/');
  const place = await contents.boundingBox();
  await page.route('**/concepts/steps/', async (route) => {
    const html = await (await route.fetch()).text();
    const body = html.slice(0, html.indexOf('<div class="main-pane'));
    await route.fulfill({ contentType: 'text/html', body });
  });
  await page.reload();
  await expect(page.getByRole('main')).toHaveCount(0);
  expect(await contents.boundingBox()).toEqual(place);
});

test('an address with a tab’s anchor opens that tab', async ({ page }) => {
  await page.goto('./concepts/steps/#triggers-queue');
  const queue = page.getByRole('tab', { name: 'Queue' }).first();
  await expect(queue).toHaveAttribute('aria-selected', 'true');
  await expect(queue).toBeInViewport();
  await page.goto('./concepts/steps/#triggers-api');
  await expect(queue).toHaveAttribute('aria-selected', 'false');
});

test('code is copied byte for byte as the Markdown has it', async ({ page, request }) => {
  const twin = await (await request.get('./concepts/overview.md')).text();
  // Mended code has a first line there that says what is changed.
  const [, written] =
    /^```typescript.*\n(?:\/\/ motia-docs: .*\n)?([\s\S]*?)\n```$/m.exec(twin) ?? [];
  expect(written?.split('\n').length).toBeGreaterThan(5);

  await page.goto('./concepts/overview/');
  const copy = page.getByRole('button', { name: /^copy to clipboard/i });
  await copy.first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written);
});

test('dark is chosen once and stays', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('./');
  const light = await background();
  await page.getByRole('banner').getByLabel('Select theme').selectOption('Dark');
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.goto('./guides/streams/');
  expect(await background()).toBe(dark);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the menu opens, leads to a page and is gone there', async ({ page }) => {
    await page.goto('./');
    const sidebar = page.getByRole('navigation', { name: 'Main' });
    await expect(sidebar).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).tap();
    await sidebar.getByText('Concepts', { exact: true }).tap();
    await sidebar.getByRole('link', { name: 'Steps' }).tap();
    await expect(page).toHaveURL(/\/concepts\/steps\/$/);
    await expect(sidebar).toBeHidden();
  });

  for (const route of ['/', '/concepts/steps/', '/reference/api/']) {
    test(`${route} is no wider than the screen`, async ({ page }) => {
      await page.goto(`.${route}`);
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth).toBeLessThanOrEqual(390);
    });
  }
});
