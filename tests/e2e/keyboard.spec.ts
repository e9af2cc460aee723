/** The site by keys alone. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface Stop {
  /** What a reader hears, roughly: the label, else the text. */
  readonly name: string;
  /** Is there a ring, and is the element on the screen? */
  readonly seen: boolean;
}

/** Where the focus is. */
async function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const label = element.closest('label')?.querySelector('.sr-only')?.textContent;
    const name = element.ariaLabel ?? label ?? element.innerText;
    const rings = [element, ...element.querySelectorAll('*')].flatMap((part) =>
      [null, '::after'].map((pseudo) => getComputedStyle(part, pseudo)),
    );
    const { top, bottom, width } = element.getBoundingClientRect();
    return {
      name: name.trim().replace(/\s+/g, ' '),
      seen:
        rings.some(
          ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
        ) &&
        width > 0 &&
        bottom > 0 &&
        top < innerHeight,
    };
  });
}

/** Presses Tab `times` times and tells where it led. */
async function walk(page: Page, times: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let step = 0; step < times; step += 1) {
    await page.keyboard.press('Tab');
    stops.push(await stop(page));
  }
  return stops;
}

test('Tab goes through skip link, header, sidebar, page and its actions, and is seen everywhere', async ({
  page,
}) => {
  await page.goto('./concepts/steps/');
  const stops = await walk(page, 18);
  expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  expect(stops.map(({ name }) => name)).toEqual([
    'Skip to content',
    'Motia Docs unofficial',
    'Search /',
    'Select theme',
    'Language of code',
    'Home',
    'Use with AI tools',
    'Getting started',
    'Concepts',
    'All pages',
    'Overview',
    'Steps',
    'Guides',
    'Deployment',
    'Examples',
    'Reference',
    'Showcase',
    'Community',
  ]);
  await page.getByRole('main').getByRole('link', { name: 'Concepts', exact: true }).focus();
  expect((await walk(page, 4)).map(({ name }) => name)).toEqual([
    'Original page',
    'Copy page',
    'More ways to use this page',
    'Steps Play video',
  ]);
});

test('the skip link leads to the page, past header and sidebar', async ({ page }) => {
  await page.goto('./concepts/steps/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#_top$/);
  const [next] = await walk(page, 1);
  expect(next?.name).toBe('Original page');
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true);
});

test('the sidebar opens and closes a section, and leads to a page', async ({ page }) => {
  await page.goto('./');
  const sidebar = page.getByRole('navigation', { name: 'Main' });
  const guides = sidebar.locator('summary').filter({ hasText: 'Guides' });
  await guides.focus();
  await page.keyboard.press('Enter');
  await expect(sidebar.getByRole('link', { name: 'Real-time Streams' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(sidebar.getByRole('link', { name: 'Real-time Streams' })).toBeHidden();
  await page.keyboard.press('Enter');
  await walk(page, 4);
  expect((await stop(page)).name).toBe('Real-time Streams');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/guides\/streams\/$/);
});

test('arrows, Home and End choose a tab; Tab leaves the tabs for what they show', async ({
  page,
}) => {
  await page.goto('./concepts/steps/');
  const tabs = page.getByRole('tablist').first().getByRole('tab');
  await tabs.first().focus();
  for (const [key, chosen] of [
    ['ArrowRight', 1],
    ['End', 2],
    ['ArrowLeft', 1],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(tabs.nth(chosen)).toBeFocused();
    await expect(tabs.nth(chosen)).toHaveAttribute('aria-selected', 'true');
  }
  await page.keyboard.press('Tab');
  expect(
    await page.evaluate(() =>
      Boolean(document.activeElement?.closest('[role="tabpanel"]:not([hidden])')),
    ),
  ).toBe(true);
});

test('the language is chosen by its first letter', async ({ page }) => {
  await page.goto('./concepts/steps/');
  await walk(page, 5);
  await page.keyboard.press('p');
  const language = page.getByRole('banner').getByRole('combobox', { name: 'Language of code' });
  await expect(language).toHaveValue('python');
  await expect(language).toBeFocused();
  await expect(page.getByRole('tab', { name: 'Python' }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('the search opens, is walked with arrows, and gives the focus back', async ({ page }) => {
  await page.goto('./concepts/steps/');
  await walk(page, 3);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('streams');
  await expect(dialog.getByRole('link').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('link').first()).toBeFocused();
  expect((await stop(page)).seen).toBe(true);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Search' })).toBeFocused();
});

test('in forced colours the mark of a chosen tab, of the page in the sidebar and the focus stay', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./concepts/steps/');
  await walk(page, 3);
  expect((await stop(page)).seen).toBe(true);
  const tab = page.getByRole('tab', { selected: true }).first();
  const other = page.getByRole('tab', { selected: false }).first();
  const line = (of: typeof tab) => of.evaluate((tab) => getComputedStyle(tab).borderBottomColor);
  expect(await line(tab)).not.toBe(await line(other));
});
