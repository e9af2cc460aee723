/** What a reader sees first is what they see from then on, and on the next page. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const ROUTES = ['', 'guides/streams/', 'reference/api/', 'no/such/page/'];
const FORMS = {
  desktop: {},
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

/** What a page notes of its first view, in milliseconds and shares of the view that moved. */
interface Seen {
  readonly frames: { readonly at: number; readonly fonts: readonly string[] }[];
  moved: number;
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}

/** Lets a page note, from before it is there, which fonts each frame has, and what moves. */
async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { frames: [], moved: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) seen.moved += (entry as LayoutShift).value;
    }).observe({ type: 'layout-shift', buffered: true });
    const note = (at: number) => {
      seen.frames.push({ at, fonts: [...document.fonts].map(({ status }) => status) });
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
}

/** The fonts of the first frame with text, and the share of the view that moved since. */
async function firstView(page: Page) {
  return page.evaluate(() => {
    const { frames, moved } = (window as unknown as { seen: Seen }).seen;
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    return { fonts: frames.findLast(({ at }) => at <= painted)?.fonts, moved };
  });
}

for (const [name, use] of Object.entries(FORMS)) {
  test.describe(name, () => {
    test.use({ ...use, expected: [/404/] });
    for (const route of ROUTES) {
      test(`/${route} is painted in its font, and nothing moves`, async ({ page }) => {
        await watchFrames(page);
        for (const visit of ['first', 'second']) {
          await page.goto(`./${route}`);
          await page.waitForLoadState('networkidle');
          const { fonts, moved } = await firstView(page);
          expect(fonts, visit).toEqual(['loaded']);
          expect(moved, visit).toBeLessThan(0.001);
        }
      });
    }
  });
}
