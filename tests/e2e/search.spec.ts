/** The search box, by keys and by mouse. */
import { readFileSync } from 'node:fs';
import { openSearch } from '../../src/search/engine.ts';
import { filesOnDisk } from '../../src/search/files-on-disk.ts';
import { readQuestions } from '../search/measures.ts';
import { expect, test } from './fixtures.ts';
import { SearchBox } from './search-box.ts';

test('opens with /, Ctrl K, ⌘ K and the button, and closes with Escape', async ({ page }) => {
  const box = new SearchBox(page);
  await page.goto('./guides/streams/');
  for (const key of ['/', 'Control+k', 'Meta+k']) {
    await page.keyboard.press(key);
    await expect(box.field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(box.dialog).toBeHidden();
  }
  const button = page.getByRole('banner').getByRole('button', { name: /^Search/ });
  await button.click();
  await expect(box.field).toBeFocused();
  await box.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(box.dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('lists sections by page with breadcrumb, heading and an excerpt with the words marked', async ({
  page,
}) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('visibilityTimeout');
  const first = box.pages.first();
  await expect(first.getByRole('heading')).toHaveText(/^Guides\s*Infrastructure$/);
  const hit = first.getByRole('listitem').first();
  await expect(hit.getByRole('link')).toHaveText('Queue Settings');
  await expect(hit.locator('.hit-path')).toHaveText('Configuration Options');
  await expect(hit.locator('.hit-excerpt code mark')).toHaveText('visibilityTimeout');
  await expect(hit.locator('.hit-excerpt')).toContainText('Seconds before message becomes visible');
});

test('says of a hit that its code does not work with the package, or that its page is about what is gone', async ({
  page,
}) => {
  const box = new SearchBox(page);
  await page.goto('./');
  const warningOf = (name: string) =>
    box.pages
      .locator('li')
      .filter({ has: page.getByRole('link', { name, exact: true }) })
      .locator('.hit-warning');
  await box.ask('motia generate step');
  await expect(warningOf('motia generate step')).toHaveText(/^Does not check with motia 1\./);
  await box.ask('plugins removed');
  await expect(warningOf('Plugins (Removed)')).toHaveText('Removed from Motia');
  await box.ask('visibilityTimeout');
  await expect(box.pages.locator('li').first().locator('.hit-warning')).toHaveCount(0);
});

test('is driven by keys alone: arrows, Enter, and typing on from a hit', async ({ page }) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await page.keyboard.press('/');
  await page.keyboard.type('middleware order');
  await expect(box.links.first()).toHaveText('Execution Order');
  await page.keyboard.press('ArrowUp');
  await expect(box.links.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(box.field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(box.links.first()).toBeFocused();
  await page.keyboard.type('s');
  await expect(box.field).toHaveValue('middleware orders');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/guides\/middleware\/#execution-order$/);
});

test('Enter in the field opens the first hit, however fast it follows', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('/');
  await expect(new SearchBox(page).field).toBeFocused();
  await page.keyboard.type('fly redis tls');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/deployment\/fly\/#tls-connection-errors$/);
});

test('Ctrl Enter opens a hit in a new tab, from the field and from the hit', async ({
  page,
  context,
}) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('noop steps');
  for (const place of ['field', 'hit'] as const) {
    if (place === 'hit') await page.keyboard.press('ArrowDown');
    const opened = context.waitForEvent('page');
    await page.keyboard.press('Control+Enter');
    await expect(await opened).toHaveURL(/#noop-steps$/);
    await page.bringToFront();
    await expect(box.dialog).toBeVisible();
  }
});

test('mends a misspelled query, says so, and takes it as it is when told', async ({ page }) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('obervability trcing');
  await expect(box.note).toContainText('Showing results for observability tracing.');
  await expect(box.links.first()).toHaveText('Observability');
  await box.dialog.getByRole('button', { name: 'Search instead for obervability trcing' }).click();
  await expect(box.note).toContainText('No section has any of these words.');
  await box.dialog.getByRole('button', { name: 'Mend the spelling' }).click();
  await expect(box.links.first()).toHaveText('Observability');
});

test('shows the closest when no section has all words, says when nothing seems to answer, and helps on when nothing is found', async ({
  page,
}) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('deploy to railway with docker xylophone');
  await expect(box.note).toHaveText('No section has all of these words. The closest come first.');
  await expect(box.pages.first()).toContainText('without “xylophone”');
  await box.ask('graphql resolvers');
  await expect(box.note).toHaveText('Nothing here seems to answer this; nearest:');
  expect(await box.links.count()).toBeGreaterThan(0);
  await box.ask('xylophone');
  await expect(box.note).toContainText('No section has any of these words.');
  await expect(box.links).toHaveCount(0);
});

test('finds a phrase in quotes as it stands', async ({ page }) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('"typing indicators"');
  await expect(box.pages.first().locator('.hit-excerpt').first()).toContainText(
    'typing indicators',
  );
});

test('filters by section and language, and offers to search everywhere', async ({ page }) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('redis');
  await box.filter('Deployment');
  await expect(box.pages.getByRole('heading').filter({ hasNotText: /^Deployment/ })).toHaveCount(0);
  await expect(page).toHaveURL(/\?q=redis&section=deployment$/);
  await box.ask('stockfish');
  await expect(box.links).toHaveCount(0);
  await box.dialog.getByRole('button', { name: 'Search everywhere' }).click();
  await expect(box.links.first()).toHaveText('Install Stockfish Engine');
  await box.filter('Python');
  await box.ask('enqueue a message');
  await expect(box.links.first()).toBeVisible();
  await expect(page).toHaveURL(/\?q=enqueue\+a\+message&language=python$/);
});

test('keeps the query in the address: shared, reloaded and gone back to, it is asked again', async ({
  page,
}) => {
  const box = new SearchBox(page);
  await page.goto('./guides/streams/?q=raw+body');
  await expect(box.field).toHaveValue('raw body');
  await expect(box.links.first()).toHaveText('Raw Body Access');
  await box.links.first().click();
  await expect(page).toHaveURL(/\/guides\/motia-config\/#raw-body-access$/);
  await page.goBack();
  await expect(box.links.first()).toHaveText('Raw Body Access');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/guides\/streams\/$/);
});

test('remembers the searches that led somewhere, in this browser, until they are cleared', async ({
  page,
}) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('log levels');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#log-levels$/);
  await page.keyboard.press('/');
  const recent = box.dialog.getByRole('heading', { name: 'Recent searches' });
  await expect(recent).toBeVisible();
  await box.dialog.getByRole('button', { name: 'log levels' }).click();
  await expect(box.links.first()).toHaveText('Log Levels');
  await box.field.fill('');
  await box.dialog.getByRole('button', { name: 'Clear' }).click();
  await expect(recent).toBeHidden();
  await page.reload();
  await page.keyboard.press('/');
  await expect(box.field).toBeFocused();
  await expect(recent).toBeHidden();
});

test('tells a screen reader how much was found', async ({ page }) => {
  const box = new SearchBox(page);
  await page.goto('./');
  await box.ask('useStreamGroup');
  const count = await box.links.count();
  await expect(box.dialog.getByRole('status')).toHaveText(
    new RegExp(`^${count} results? on \\d+ pages?$`),
  );
});

test('gives the order that the command line gives, for all public questions', async ({ page }) => {
  test.setTimeout(120_000);
  const search = await openSearch(filesOnDisk('dist'));
  const questions = readQuestions(readFileSync('tests/search/questions.jsonl', 'utf8'));
  const box = new SearchBox(page);
  await page.goto('./');
  for (const query of [...questions.map(({ q }) => q), 'REDIS_URL', '"message group"', 'webhok']) {
    await box.ask(query);
    const { hits } = await search.search(query, { limit: 20 });
    const best = hits.map(({ route, anchor }) => `${route}${anchor && `#${anchor}`}`);
    // The box keeps a page's sections together.
    const pages = [...new Set(hits.map(({ route }) => route))];
    const grouped = pages.flatMap((route) => best.filter((url) => url.split('#')[0] === route));
    await expect.poll(() => box.addresses()).toEqual(grouped);
  }
});
