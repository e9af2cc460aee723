/** The reader's programming language: one choice for the whole site. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const PAGE = './concepts/steps/';
const LONG = './getting-started/build-your-first-motia-app/ai-agents/';

const list = (page: Page) =>
  page.getByRole('banner').getByRole('combobox', { name: 'Language of code' });

const python = (page: Page) => page.getByRole('tab', { name: 'Python' });

async function expectChosen(page: Page, name: string): Promise<void> {
  for (const tab of await page.getByRole('tab', { name, exact: true }).all()) {
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }
}

test('chosen in the header, a language opens in every group, on other pages, and after a reload', async ({
  page,
}) => {
  await page.goto(PAGE);
  await expect(list(page).locator('option')).toHaveText(['TypeScript', 'JavaScript', 'Python']);
  await expect(list(page)).toHaveValue('typescript');
  await list(page).focus();
  await list(page).selectOption('Python');
  await expect(list(page)).toBeFocused();
  expect(await python(page).count()).toBeGreaterThan(3);
  await expectChosen(page, 'Python');
  for (const route of ['./guides/streams/', LONG]) {
    await page.goto(route);
    await expect(list(page)).toHaveValue('python');
    await expectChosen(page, 'Python');
    await expect(page.getByRole('tabpanel', { name: 'Python' }).first()).toContainText('def ');
  }
  await page.reload();
  await expect(list(page)).toHaveValue('python');
});

test('chosen on a tab, by click or by key, a language is shown in the header', async ({ page }) => {
  await page.goto(PAGE);
  await python(page).first().click();
  await expect(list(page)).toHaveValue('python');
  await page.keyboard.press('ArrowRight');
  await expect(list(page)).toHaveValue('javascript');
  await expectChosen(page, 'JavaScript');
});

test('a language that is chosen in one window is shown, and copied, in the other', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.goto(PAGE);
  await page.goto(PAGE);
  await list(page).selectOption('Python');
  await expect(list(other)).toHaveValue('python');
  await expectChosen(other, 'Python');
});

test.describe('where groups of tabs say a language in words of their own', () => {
  test.beforeEach(async ({ page }) => {
    await page.route(/\/concepts\/steps\/(\?.*)?$/, async (route) => {
      const response = await route.fetch();
      // The first two groups of languages in other words, the rest as it is.
      const words = ['TS', 'JS', 'tsx', 'jsx'];
      const body = (await response.text()).replaceAll(
        /(<a role="tab"[^>]*>\s*)(?:Type|Java)Script(?=\s*<\/a>)/g,
        (tab, start: string) => (words.length > 0 ? `${start}${words.shift()}` : tab),
      );
      await route.fulfill({ response, body });
    });
  });

  test('they follow the list, each other and the address, and keep their words', async ({
    page,
  }) => {
    const opened = (name: string) =>
      expect(page.getByRole('tab', { name, exact: true }).first()).toHaveAttribute(
        'aria-selected',
        'true',
      );
    await page.goto(`${PAGE}?lang=javascript`);
    await expectChosen(page, 'JavaScript');
    await opened('JS');
    await opened('jsx');

    await page.getByRole('tab', { name: 'TS', exact: true }).click();
    await expect(list(page)).toHaveValue('typescript');
    await expect(page).toHaveURL(/\?lang=typescript$/);
    await expectChosen(page, 'TypeScript');
    await opened('tsx');

    await page.getByRole('tab', { name: 'jsx', exact: true }).click();
    await page.goto('./guides/streams/');
    await expect(list(page)).toHaveValue('javascript');
    await expectChosen(page, 'JavaScript');
    await page.goto(PAGE);
    await opened('JS');
    await list(page).selectOption('Python');
    await expectChosen(page, 'Python');
  });
});

test('tabs that are no languages stay as they are', async ({ page }) => {
  await page.goto(PAGE);
  const queue = page.getByRole('tab', { name: 'Queue' }).first();
  await queue.click();
  await expect(list(page)).toHaveValue('typescript');
  await list(page).selectOption('Python');
  await expect(queue).toHaveAttribute('aria-selected', 'true');
});

test('the reader stays at what they read while the language changes', async ({ page }) => {
  await page.goto(LONG);
  const group = page.locator('starlight-tabs').nth(2);
  await group.evaluate((element) => element.scrollIntoView());
  // Pictures above, of another shape than upstream's here, push the text as they come.
  await page.waitForLoadState('networkidle');
  const top = async () => Math.round((await group.boundingBox())?.y ?? 0);
  const before = await top();
  await list(page).selectOption('Python');
  await expect(group.getByRole('tabpanel', { name: 'Python' })).toBeVisible();
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
});

test('an address asks for a language, keeps saying which is shown, and the choice lasts', async ({
  page,
}) => {
  await page.goto(`${PAGE}?lang=python`);
  await expect(list(page)).toHaveValue('python');
  await expectChosen(page, 'Python');
  await list(page).selectOption('JavaScript');
  await expect(page).toHaveURL(/\?lang=javascript$/);
  await page.goto('./guides/streams/');
  await expect(list(page)).toHaveValue('javascript');
  await list(page).selectOption('Python');
  await expect(page).toHaveURL(/\/guides\/streams\/$/);
});

test('an address that asks for an unknown language changes nothing', async ({ page }) => {
  await page.goto(`${PAGE}?lang=ruby`);
  await expect(list(page)).toHaveValue('typescript');
  const kept = () => localStorage.getItem('starlight-synced-tabs__language');
  expect(await page.evaluate(kept)).toBeNull();
});

test('the language that an address asks for is there before any module runs', async ({ page }) => {
  // Without its modules a page is what the parser and the inline scripts made of it.
  await page.route(/\/_astro\/.*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  await page.goto(`${PAGE}?lang=python`);
  await expect(list(page)).toHaveValue('python');
  await expectChosen(page, 'Python');
  await expect(page.getByRole('tabpanel', { name: 'Python' }).first()).toBeVisible();
});

test('the search puts the language first and hides nothing', async ({ page }) => {
  await page.goto(`${PAGE}?lang=python`);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('All sections · Python first')).toBeVisible();
  await page.keyboard.type('createReadStream');
  await expect(dialog.getByRole('link').first()).toBeVisible();

  await page.goto('./search/?q=streams');
  await expect(page.getByRole('main').getByText('All sections · Python first')).toBeVisible();
  await expect(page).toHaveURL(/\?q=streams$/);
});

test('a page without the chosen language says so beside its languages, and only then', async ({
  page,
}) => {
  const hint = (name: string) => page.getByText(`No ${name} on this page`);
  await page.goto('./showcase/chessarena-ai/');
  await expect(hint('JavaScript')).toBeHidden();
  await list(page).selectOption('JavaScript');
  await expect(hint('JavaScript')).toBeVisible();
  await expect(page.getByText(/^No .* on this page$/)).toHaveCount(1);

  await page.goto('./guides/adapters/?lang=python');
  await expect(hint('Python')).toBeVisible();
  await expect(hint('JavaScript')).toBeHidden();
  // All languages, or no code at all: nothing to say.
  for (const route of [PAGE, './community/contribution/']) {
    await page.goto(route);
    await expect(hint('Python')).toHaveCount(0);
  }
});

test('that a page has not the language is there before any module runs: nothing moves for it', async ({
  page,
}) => {
  await page.route(/\/_astro\/.*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  await page.goto('./guides/adapters/?lang=python');
  await expect(page.getByText('No Python on this page')).toBeVisible();
});

test('the page is viewed and copied as Markdown in the language', async ({ page }) => {
  await page.goto('./guides/streams/');
  await list(page).selectOption('Python');
  await page.locator('.page-actions summary').click();
  const link = page.getByRole('link', { name: 'View as Markdown in Python' });
  await expect(link).toHaveAttribute('href', /\/guides\/streams\.python\.md$/);

  await page.goto('./guides/cli/');
  await page.locator('.page-actions summary').click();
  await expect(page.getByRole('link', { name: 'View as Markdown', exact: true })).toHaveAttribute(
    'href',
    /\/guides\/cli\.md$/,
  );
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the language is chosen in the menu', async ({ page }) => {
    await page.goto(PAGE);
    await page.getByRole('button', { name: 'Menu' }).tap();
    const inMenu = page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('combobox', { name: 'Language of code' });
    await inMenu.scrollIntoViewIfNeeded();
    await expect(inMenu).toBeInViewport({ ratio: 1 });
    await inMenu.selectOption('Python');
    await page.getByRole('button', { name: 'Menu' }).tap();
    await expectChosen(page, 'Python');
  });
});
