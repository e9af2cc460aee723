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

/** Pages that together have every kind of block: files, terminals, others, of one line, wide, folded. */
const KINDS = [
  './ai-tools/',
  './concepts/steps/',
  './deployment/self-hosted/',
  './guides/observability/',
  './guides/project-structure/',
  './examples/uptime-discord-monitor/',
];

/** Whatever of a block lies over its code, or over the words in its bar; each in words. */
const covering = (page: Page) =>
  page.locator('.expressive-code .frame:visible').evaluateAll((frames) => {
    const overlaps = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
    return frames.flatMap((frame) => {
      const [bar, pre] = ['figcaption', 'pre'].map((part) => frame.querySelector(part));
      if (!bar || !pre) return ['a block without a bar or code'];
      const words = document.createRange();
      words.selectNodeContents(bar);
      const wanted = [pre.getBoundingClientRect(), ...words.getClientRects()];
      return [...frame.querySelectorAll('*')]
        .filter((part) => ![bar, pre].some((own) => own.contains(part)))
        .filter((part) => wanted.some((box) => overlaps(box, part.getBoundingClientRect())))
        .map((part) => `${part.outerHTML.slice(0, 60)} over ${pre.textContent.slice(0, 40)}`);
    });
  });

for (const [device, options] of [
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ['desk', { viewport: { width: 1440, height: 900 } }],
] as const) {
  test.describe(`on a ${device}`, () => {
    test.use(options);

    for (const path of KINDS) {
      test(`nothing ever lies over code, or over the words in its bar: ${path}`, async ({
        page,
      }) => {
        await page.goto(path);
        expect(await covering(page)).toEqual([]);
        const frames = page.locator('.expressive-code .frame:visible');
        const copy = frames.getByRole('button', { name: /^copy/i }).first();
        for (const reached of [frames.locator('pre').first(), copy]) {
          await reached.focus();
          await reached.hover();
          expect(await covering(page)).toEqual([]);
        }
        await copy.click();
        await expect(page.locator('.feedback.show')).toBeVisible();
        expect(await covering(page)).toEqual([]);

        const unfold = page.getByRole('button', { name: /^Show all/ });
        while ((await unfold.count()) > 0) await unfold.first().click();
        expect(await covering(page)).toEqual([]);
        const wrap = page.getByRole('button', { name: 'Wrap lines' });
        if ((await wrap.count()) > 0) await wrap.first().click();
        expect(await covering(page)).toEqual([]);
      });
    }

    test('the bar says what a block is: a file, a terminal, or its language', async ({ page }) => {
      for (const path of KINDS) {
        await page.goto(path);
        const bars = await page.locator('.frame > figcaption').allTextContents();
        expect(bars.filter((words) => words.trim() === '')).toEqual([]);
      }
      await page.goto('./guides/observability/');
      const bars = await page.locator('.frame > figcaption:visible').allTextContents();
      expect(new Set(bars)).toEqual(new Set(['TypeScript', 'Terminal', 'Text']));
    });

    test('nothing moves when the buttons come', async ({ page }) => {
      await page.addInitScript(() => {
        Object.assign(window, { moved: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            Object.assign(window, {
              moved: Number(Reflect.get(window, 'moved')) + Number(Reflect.get(entry, 'value')),
            });
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('./guides/observability/');
      await page.locator('.frame pre').first().scrollIntoViewIfNeeded();
      await expect(page.getByRole('button', { name: 'Wrap lines' })).not.toHaveCount(0);
      expect(await page.evaluate('moved')).toBe(0);
    });
  });
}

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
