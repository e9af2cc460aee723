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
