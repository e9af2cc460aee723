/** Every page of the site in one visit: it opens, breaks no policy, fits its screen, and axe finds nothing. */
import type { Page } from '@playwright/test';
import { readRoutes } from '../../src/content/read-routes.ts';
import { violations, type Question } from './axe.ts';
import { expect, settled, testOfPolicy as test } from './fixtures.ts';

const { pages, sections } = readRoutes();
const ROUTES = [
  ...new Set([...pages, ...sections].map(({ route }) => route)),
  '/search/?q=state',
  '/no-such-page/',
];
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** 1280 px at 400 %, and 1440 px at 200 %. */
const ZOOMED = [320, 720];
/** What a theme can change; the other rules need to be asked once. */
const THEMED = ['color-contrast', 'link-in-text-block'];
/** What surrounds the text, and is not the same on both screens. */
const FRAME = ['header', '#starlight__sidebar', 'mobile-starlight-toc', 'footer'];
/** Its colours are the same on all pages of a section. */
const HAS_ITS_OWN_FRAME = new Set([
  '/',
  '/search/?q=state',
  '/no-such-page/',
  ...new Map(pages.map(({ section, route }) => [section, route])).values(),
]);

/**
 * Most of a page's elements are words of code, in a dozen colours. A line whose colours another line
 * has shown, in a frame and with marks of the same kinds, need not be looked at again: it becomes text.
 */
async function markSeenCode(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    for (const line of document.querySelectorAll<HTMLElement>('.expressive-code .ec-line')) {
      const block = [line.closest('figure'), line.closest('pre'), line].map((it) => it?.className);
      const looks = [line, ...line.querySelectorAll('*')].map((it) =>
        [...block, it.className].join('|'),
      );
      if (looks.every((look) => seen.has(look))) {
        line.dataset['seen'] = '';
        line.replaceChildren(line.textContent);
      }
      for (const look of looks) seen.add(look);
    }
  });
}

/** Expressive Code's script looks at its blocks a moment after they changed their size. */
async function allWideCodeHasATabStop(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('.expressive-code pre')].every(
      (pre) => pre.scrollWidth <= pre.clientWidth || pre.tabIndex === 0,
    ),
  );
}

/** Pictures that load when they come near, load now; what is folded opens. */
const showAll = (page: Page) =>
  page.evaluate(async () => {
    const folded = [...document.querySelectorAll('details:not([open])')] as HTMLDetailsElement[];
    for (const details of folded) details.open = true;
    await Promise.all(
      [...document.images].map((image) => {
        image.loading = 'eager';
        return image.complete || new Promise((done) => (image.onload = image.onerror = done));
      }),
    );
    for (const details of folded) details.open = false;
  });

test.use({ expected: [/\b404\b.*no-such-page/] });

for (const route of ROUTES)
  test(`${route} opens without a complaint, fits every screen, and axe finds nothing`, async ({
    page,
    violations: broken,
  }) => {
    // The longest page has four thousand elements.
    test.slow();
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const response = await page.goto(`.${route}`);
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await showAll(page);
    await settled(page);
    expect(broken).toEqual([]);

    const wide: string[] = [];
    for (const width of ZOOMED) {
      await page.setViewportSize({ width, height: 450 });
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scrollWidth > width) wide.push(`${scrollWidth} of ${width}`);
    }
    expect(wide).toEqual([]);

    const found: Record<string, string[]> = {};
    const look = async (where: string, question: Question) => {
      const places = await violations(page, question);
      if (places.length > 0) found[where] = places;
    };
    await page.setViewportSize(DESKTOP);
    await allWideCodeHasATabStop(page);
    await markSeenCode(page);
    await look('desktop, light', {});
    await page.setViewportSize(PHONE);
    await allWideCodeHasATabStop(page);
    await look('phone', { without: THEMED });
    if (HAS_ITS_OWN_FRAME.has(route)) await look('phone, light', { only: THEMED, within: FRAME });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    if (HAS_ITS_OWN_FRAME.has(route)) await look('phone, dark', { only: THEMED, within: FRAME });
    await page.setViewportSize(DESKTOP);
    await look('desktop, dark', { only: THEMED });
    expect(found).toEqual({});
  });
