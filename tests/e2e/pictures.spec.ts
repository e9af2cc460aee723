/** Pictures, animations and films as readers meet them: large on demand, and nothing heavy unasked. */
import { expect, test } from './fixtures.ts';

const PICTURE = './examples/trello-automation/';
const ANIMATION = './examples/finance-agent/';
const FILM = './getting-started/why-motia/';

test('a picture opens large on a click, and a click closes it', async ({ page }) => {
  await page.goto(PICTURE);
  const link = page.getByRole('link', { name: 'Flow: Trello Automation Steps' });
  await link.click();
  const dialog = page.getByRole('dialog', { name: 'Flow: Trello Automation Steps' });
  await expect(dialog.getByRole('img', { name: 'Flow: Trello Automation Steps' })).toBeVisible();
  await expect(page).toHaveURL(/trello-automation\/$/);
  await dialog.getByRole('img').click();
  await expect(dialog).toBeHidden();
});

test('with the keyboard a picture opens, Escape closes it, and the focus is where it was', async ({
  page,
}) => {
  await page.goto(PICTURE);
  const link = page.getByRole('link', { name: 'Flow: Trello Automation Steps' });
  await link.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
});

test.describe('a picture that cannot be loaded', () => {
  test.use({ expected: [/ERR_FAILED/] });

  test('is its description in the same box, linked to where it is published', async ({ page }) => {
    const { promise: fails, resolve: fail } = Promise.withResolvers<null>();
    await page.route(/\.(png|avif|webp)$/, async (route) => {
      await fails;
      await route.abort();
    });
    await page.goto(PICTURE, { waitUntil: 'domcontentloaded' });
    const figure = page.getByRole('figure').filter({ has: page.getByAltText('Flow: Trello') });
    await figure.scrollIntoViewIfNeeded();
    const before = await figure.boundingBox();
    fail(null);
    const link = figure.getByRole('link', { name: /This picture could not be loaded/ });
    await expect(link).toHaveText('Flow: Trello Automation Steps');
    await expect(link).toHaveAttribute('href', /trello\.(png|[\da-f]{8}-\d+\.avif)$/);
    expect(await figure.boundingBox()).toEqual(before);
  });
});

test('an animation loads when it is asked for, and can be stopped', async ({ page }) => {
  const animations: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('.gif')) animations.push(request.url());
  });
  await page.goto(ANIMATION);
  const facade = page.getByRole('link', { name: /Finance Agent.*Play animation/ }).first();
  await facade.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(animations).toEqual([]);
  await facade.press('Enter');
  const stop = page.getByRole('button', { name: 'Stop the animation: Finance Agent' });
  await expect(stop).toBeFocused();
  await expect.poll(() => animations).toHaveLength(1);
  await page.keyboard.press('Enter');
  await expect(stop).toBeHidden();
  await expect(facade).toBeFocused();
});

test('of a film nothing is loaded before it is asked for, not even upstream’s poster', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(FILM);
  await page.getByRole('link', { name: /Play video/ }).scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('assets.motia.dev'))).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a picture and an animation are links to themselves', async ({ page }) => {
    await page.goto(PICTURE);
    const picture = page.getByRole('link', { name: 'Flow: Trello Automation Steps' });
    await expect(picture).toHaveAttribute('href', /trello\.(png|[\da-f]{8}-\d+\.avif)$/);
    await page.goto(ANIMATION);
    const facade = page.getByRole('link', { name: /Play animation/ }).first();
    await expect(facade).toHaveAttribute('href', /\.gif$/);
  });
});
