/** Long and wide code blocks. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const PAGE = './guides/motia-config/';
const longBlock = (page: Page) => page.locator('.expressive-code .long:visible').first();
const height = async (page: Page) => (await longBlock(page).boundingBox())?.height ?? 0;

test('a long block shows its first 24 lines, all of them when asked, and the first again', async ({
  page,
}) => {
  await page.goto(PAGE);
  const frame = longBlock(page);
  const lines = await frame.locator('.ec-line').count();
  expect(lines).toBeGreaterThan(40);
  const folded = await height(page);
  expect(folded).toBeLessThan(700);
  const button = frame.getByRole('button', { name: `Show all ${lines} lines` });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.focus();
  await page.keyboard.press('Enter');
  const less = frame.getByRole('button', { name: 'Show less' });
  await expect(less).toHaveAttribute('aria-expanded', 'true');
  await expect(less).toBeFocused();
  expect(await height(page)).toBeGreaterThan(lines * 20);
  await less.click();
  expect(await height(page)).toBe(folded);
  await expect(frame).toBeInViewport();
});

test('a block of a few lines has no such button', async ({ page }) => {
  await page.goto('./concepts/steps/');
  await expect(page.locator('.unfold')).toHaveCount(0);
});

test('find in page, or whatever else moves the text of a folded block, opens it', async ({
  page,
}) => {
  await page.goto(PAGE);
  const frame = longBlock(page);
  await frame
    .locator('.ec-line')
    .last()
    .evaluate((line) => line.scrollIntoView());
  await expect(frame.getByRole('button', { name: 'Show less' })).toBeVisible();
  await expect(frame.locator('.ec-line').last()).toBeInViewport();
});

test('all of a folded block is copied', async ({ page }) => {
  await page.goto(PAGE);
  const frame = longBlock(page);
  const lines = await frame.locator('.ec-line').count();
  await frame.hover();
  await frame.getByRole('button', { name: /^copy/i }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toHaveLength(lines);
});

test('lines wrap when asked, in every block, on the next page too, until one has had enough', async ({
  page,
}) => {
  const wide = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.expressive-code pre')].filter(
          (pre) => pre.scrollWidth > pre.clientWidth,
        ).length,
    );
  const wrap = page.getByRole('button', { name: 'Wrap lines' });
  await page.setViewportSize({ width: 700, height: 900 });
  await page.goto('./concepts/overview/');
  const before = await wide();
  expect(before).toBeGreaterThan(0);
  await expect(wrap).toHaveCount(before);
  await wrap.first().click();
  await expect(wrap.first()).toHaveAttribute('aria-pressed', 'true');
  expect(await wide()).toBe(0);

  await page.goto('./guides/streams/');
  expect(await wide()).toBe(0);
  await expect(wrap.first()).toHaveAttribute('aria-pressed', 'true');
  await wrap.first().click();
  expect(await wide()).toBeGreaterThan(0);
  await page.reload();
  expect(await wide()).toBeGreaterThan(0);
});

test('code that fits its block offers nothing to wrap it', async ({ page }) => {
  await page.goto('./concepts/overview/');
  const offered = await page
    .locator('.frame:has(.wrap-lines) > pre')
    .evaluateAll((blocks) => blocks.every((pre) => pre.scrollWidth > pre.clientWidth));
  expect(offered).toBe(true);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the buttons stand in the bar with the file’s name or “Terminal”, and hide no code', async ({
    page,
  }) => {
    await page.goto('./getting-started/build-your-first-motia-app/api-endpoints/');
    const bars = page.locator('figcaption:visible');
    await expect(bars.filter({ hasText: /^Terminal$/ })).not.toHaveCount(0);
    await expect(bars.filter({ hasText: 'src/typescript/get-pets.step.ts' })).toBeVisible();
    const below = await page.locator('.frame:has(figcaption):visible').evaluateAll((frames) => {
      const bottom = (frame: Element, part: string) =>
        frame.querySelector(part)?.getBoundingClientRect().bottom ?? 0;
      return frames
        .filter((frame) => bottom(frame, 'figcaption') > 0)
        .filter((frame) => bottom(frame, '.copy') > bottom(frame, 'figcaption')).length;
    });
    expect(below).toBe(0);
  });
});

test('code has the colours of the theme', async ({ page }) => {
  const colors = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./concepts/overview/');
    return page
      .locator('.ec-line span')
      .evaluateAll((spans) => [...new Set(spans.map((span) => getComputedStyle(span).color))]);
  };
  const light = await colors('light');
  const dark = await colors('dark');
  expect(light.length).toBeGreaterThan(5);
  expect(dark.length).toBeGreaterThan(5);
  expect(light.filter((color) => dark.includes(color))).toEqual([]);
});
