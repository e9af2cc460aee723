/** What a page offers to people who use AI tools. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const textAt = async (page: Page, path: string) => (await page.request.get(path)).text();

test.describe('page actions', () => {
  for (const [route, twin] of [
    ['./', './index.md'],
    ['./guides/', './guides.md'],
    ['./guides/streams/', './guides/streams.md'],
    ['./ai-tools/', './ai-tools.md'],
  ] as const) {
    test(`copy ${route} as its Markdown`, async ({ page }) => {
      await page.goto(route);
      await page.getByRole('button', { name: 'Copy page' }).click();
      await expect(page.locator('.page-actions [role="status"]')).toHaveText('Copied');
      expect(await copied(page)).toBe(await textAt(page, twin));
    });
  }

  test('copy the page in the language that the reader chose, where it has that', async ({
    page,
  }) => {
    await page.goto('./guides/streams/');
    await page.getByRole('tab', { name: 'Python' }).first().click();
    for (const [route, twin] of [
      ['./guides/streams/', './guides/streams.python.md'],
      ['./concepts/steps/', './concepts/steps.python.md'],
      ['./guides/cli/', './guides/cli.md'],
    ] as const) {
      await page.goto(route);
      await page.getByRole('button', { name: 'Copy page' }).click();
      await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
      expect(await copied(page)).toBe(await textAt(page, twin));
    }
  });

  test('lead to the Markdown, to assistants and to editors, by keys alone', async ({ page }) => {
    await page.goto('./guides/streams/');
    const menu = page.locator('.page-actions details');
    const summary = menu.locator('summary');
    await page.getByRole('button', { name: 'Copy page' }).focus();
    await page.keyboard.press('Tab');
    await expect(summary).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(menu.getByRole('link', { name: 'View as Markdown' })).toBeFocused();
    const hrefs = await menu
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs.map((href) => new URL(href).protocol + new URL(href).host)).toEqual([
      new URL(page.url()).protocol + new URL(page.url()).host,
      'https:chatgpt.com',
      'https:claude.ai',
      'cursor:anysphere.cursor-deeplink',
      'vscode:',
      new URL(page.url()).protocol + new URL(page.url()).host,
    ]);
    await page.keyboard.press('Escape');
    await expect(menu).not.toHaveAttribute('open');
    await expect(summary).toBeFocused();
  });

  test('copy the address of the MCP server, and close when one clicks elsewhere', async ({
    page,
  }) => {
    await page.goto('./guides/streams/');
    const menu = page.locator('.page-actions details');
    await menu.locator('summary').click();
    await menu.getByRole('button', { name: 'Copy MCP address' }).click();
    await expect(menu.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await copied(page)).toMatch(/^https?:\/\/\S+\/mcp$/);
    await page.getByRole('heading', { level: 1 }).click();
    await expect(menu).not.toHaveAttribute('open');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the open menu, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('./guides/streams/');
      await page.locator('.page-actions summary').click();
      const { violations } = await new AxeBuilder({ page }).include('.page-actions').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    });
  }

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 360, height: 740 } });
    for (const route of ['./', './guides/streams/', './guides/']) {
      test(`the menu of ${route} stays on the screen`, async ({ page }) => {
        await page.goto(route);
        await page.locator('.page-actions summary').click();
        const box = await page.locator('.page-actions ul').boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
      });
    }
  });
});

test('a browser without WebMCP loads nothing for it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./guides/streams/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /web-mcp|register|pages\.json/.test(path))).toEqual([]);
});
