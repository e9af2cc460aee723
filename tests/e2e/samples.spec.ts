import { expect, test } from './fixtures.ts';

const PAGE = '/concepts/steps/';

test.describe('a sample that was checked', () => {
  test('shows upstream’s line beside ours, and copies the mended code', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(PAGE);
    const sample = page.locator('figure', { hasText: "name: 'HelloStep'" }).first();
    await expect(sample.locator('.ec-line.del')).toHaveAttribute('data-was', /type: 'api'/);
    await expect(sample.locator('.ec-line.ins')).toContainText("type: 'http'");
    await expect(sample.locator('.standing')).toContainText('Mended for motia');
    await sample.getByRole('button', { name: 'Copy to clipboard' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^import [^]*type: 'http'/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain("type: 'api'");
  });

  test('says in words that it type-checks, and with which version', async ({ page }) => {
    await page.goto(PAGE);
    await expect(
      page.getByRole('img', { name: /^Type-checks with motia \d/ }).first(),
    ).toBeVisible();
  });

  test('counts in the facts below the title of its page', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.locator('.page-facts')).toContainText(
      /\d+ of \d+ samples check with motia \d+\.\d+\.\d+/,
    );
  });
});

test.describe('an editor’s note', () => {
  test('is a line beside what it is about, opens by keyboard, and leads to its proof', async ({
    page,
  }) => {
    await page.goto(PAGE);
    const note = page.getByRole('note', { name: 'Editor’s note, not upstream’s text' }).filter({
      hasText: 'The npm package finds only TypeScript and JavaScript Steps',
    });
    const told = note.getByText('Python Steps run in a process of their own');
    await expect(told).toBeHidden();
    await note.locator('summary').first().press('Enter');
    await expect(told).toBeVisible();
    await note.getByRole('link', { name: 'Proof' }).first().click();
    await expect(
      page.getByRole('heading', { name: 'The npm package finds only TypeScript' }),
    ).toBeInViewport();
    await expect(page.getByText('Proof:').first()).toBeVisible();
  });

  test('is told in full on paper', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(PAGE);
    await expect(page.getByText('Python Steps run in a process of their own')).toBeVisible();
  });

  test('stands behind the line of a mended sample, and in the list of all notes', async ({
    page,
  }) => {
    await page.goto(PAGE);
    await page.locator('.standing').getByRole('link', { name: 'Editor’s note' }).first().click();
    await expect(
      page.getByRole('heading', { name: 'The trigger api is called http' }),
    ).toBeInViewport();
    await page.getByRole('link', { name: 'What these docs get wrong' }).first().click();
    await expect(page.getByRole('row', { name: /^All \d+ \d+ \d+$/ })).toBeVisible();
  });
});

test.describe('the Markdown of a page with mended code', () => {
  test('has code that compiles today, and leads to upstream’s text', async ({ request }) => {
    const twin = await (await request.get('/concepts/steps.md')).text();
    expect(twin).toContain("type: 'http'");
    expect(twin).not.toMatch(/^\s*\{? ?type: 'api'/m);
    expect(twin).toContain('// motia-docs: ');
    const [, address = ''] = /^as_scraped: (\S+)$/m.exec(twin) ?? [];
    expect(new URL(address).pathname).toMatch(/\/concepts\/steps\.scraped\.md$/);
    const scraped = await (await request.get('/concepts/steps.md?as=scraped')).text();
    expect(scraped).toContain("type: 'api'");
    expect(scraped).not.toContain('motia-docs:');
    expect(await (await request.get(new URL(address).pathname)).text()).toBe(scraped);
  });
});
