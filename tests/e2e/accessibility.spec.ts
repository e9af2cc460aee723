/** axe over every page, in both themes and on both screens; no page is wider than a small screen. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readRoutes } from '../../src/content/read-routes.ts';
import { expect, test } from './fixtures.ts';

const { pages, sections } = readRoutes();
const ROUTES = [
  ...new Set([...pages, ...sections].map(({ route }) => route)),
  '/search/',
  '/no-such-page/',
];
const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
/** What a theme can change; the other rules need to be asked once a screen. */
const THEMED = ['color-contrast', 'link-in-text-block'];

/** `rule: place` of what axe finds; WCAG 2.2's target size, which it leaves out by default, included. */
async function violations(page: Page, rules?: string[], within = 'html'): Promise<string[]> {
  // There are no frames here; the other mode copies all that passed from the page, which is long.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .include(within)
    .options({
      resultTypes: ['violations'],
      ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }),
    });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

/** Expressive Code's script looks at its blocks a moment after they changed their size. */
async function allWideCodeHasATabStop(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('.expressive-code pre')].every(
      (pre) => pre.scrollWidth <= pre.clientWidth || pre.tabIndex === 0,
    ),
  );
}

test.describe('axe', () => {
  test.use({ expected: [/404 .*no-such-page/] });
  // Two screens, two themes; the longest page has six thousand elements.
  test.slow();

  for (const route of ROUTES) {
    test(`finds nothing on ${route}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(`.${route}`);
      const found: Record<string, string[]> = {};
      for (const [screen, size] of Object.entries(SCREENS)) {
        await page.setViewportSize(size);
        await allWideCodeHasATabStop(page);
        await page.emulateMedia({ colorScheme: 'light' });
        found[`${screen}, light`] = await violations(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
        found[`${screen}, dark`] = await violations(page, THEMED);
      }
      expect(Object.entries(found).filter(([, places]) => places.length > 0)).toEqual([]);
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`finds nothing in the open search and in the open menu of a phone, ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('./guides/streams/');
      await page.keyboard.press('/');
      await page.keyboard.type('state');
      await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
      expect(await violations(page, undefined, 'dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.setViewportSize(SCREENS.phone);
      await page.getByRole('button', { name: 'Menu' }).click();
      await expect(page.getByRole('link', { name: 'Use with AI tools' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
});

test('no page scrolls sideways at 320 px (1280 at 400 %) and 720 px (1440 at 200 %)', async ({
  page,
}) => {
  test.slow();
  const wide: string[] = [];
  for (const route of ROUTES.slice(0, -1)) {
    await page.goto(`.${route}`, { waitUntil: 'domcontentloaded' });
    for (const width of [320, 720]) {
      await page.setViewportSize({ width, height: 450 });
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scrollWidth > width) wide.push(`${route}: ${scrollWidth} of ${width}`);
    }
  }
  expect(wide).toEqual([]);
});

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
