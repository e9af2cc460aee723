/** The Content-Security-Policy: nothing of ours breaks it, and nothing foreign gets past it. */
import type { Page } from '@playwright/test';
import { address } from '../../src/settings.ts';
import { readManifest } from '../../src/content/read-routes.ts';
import { redirectsOf } from '../../src/model/redirects.ts';
import { fallbackFiles, withPolicy } from '../../src/server/static-forms.ts';
import { SearchBox } from './search-box.ts';
import { expect, settled, testOfPolicy as test } from './fixtures.ts';

test.describe('a page that is not there', () => {
  test.use({ expected: [/\b404\b/] });
  test('does not either, nor does its search', async ({ page, violations }) => {
    await page.goto('./guides/steams/');
    await new SearchBox(page).ask('streams');
    await expect(new SearchBox(page).links.first()).toBeVisible();
    expect(violations).toEqual([]);
  });
});

test('no interactive part of a page breaks it', async ({ page, violations }) => {
  await page.goto('./concepts/steps/');
  const search = new SearchBox(page);
  await search.ask('"state management"');
  await expect(search.links.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto('./concepts/steps/');
  for (const name of ['Python', 'JavaScript', 'TypeScript']) {
    await page.getByRole('tab', { name, exact: true }).first().click();
  }
  const language = page.getByRole('banner').getByRole('combobox', { name: 'Language of code' });
  for (const name of ['Python', 'TypeScript']) await language.selectOption(name);
  await page.getByRole('button', { name: 'Wrap lines' }).first().click();
  for (const theme of ['Dark', 'Light', 'Auto']) {
    await page.getByRole('banner').getByLabel('Select theme').selectOption(theme);
  }
  await page.getByRole('button', { name: 'Copy page' }).click();
  await page.locator('.page-actions summary').click();
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^copy to clipboard/i })
    .first()
    .click();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await settled(page);
  expect(violations).toEqual([]);
});

test('nor does code that folds', async ({ page, violations }) => {
  await page.goto('./guides/motia-config/');
  await page
    .getByRole('button', { name: /^Show all/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Show less' })).toBeVisible();
  await settled(page);
  expect(violations).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('the menu does not break it', async ({ page, violations }) => {
    await page.goto('./guides/streams/');
    await page.getByRole('button', { name: 'Menu' }).tap();
    const sidebar = page.getByRole('navigation', { name: 'Main' });
    await sidebar.getByText('Concepts', { exact: true }).tap();
    await settled(page);
    expect(violations).toEqual([]);
  });
});

test.describe('films and animations', () => {
  // Films have no stand-in: that they are asked for is what counts.
  test.use({ expected: [/./] });
  for (const kind of ['video', 'animation']) {
    test(`a ${kind} is let in when it is asked for`, async ({ page, violations }) => {
      await page.goto(`.${await routeWith(page, `a.facade[data-kind="${kind}"]`)}`);
      const facade = page.locator(`a.facade[data-kind="${kind}"]`).first();
      const address = (await facade.getAttribute('href')) ?? '';
      const asked = page.waitForRequest(address);
      await facade.click();
      await asked;
      await settled(page);
      expect(violations).toEqual([]);
    });
  }
});

test.describe('on a host that sends no headers', () => {
  test('pages work under the policy that they say themselves', async ({ page, violations }) => {
    await page.route('**/guides/streams/', async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': policy = '', ...headers } = response.headers();
      await route.fulfill({ response, headers, body: withPolicy(await response.text(), policy) });
    });
    await page.goto('./guides/streams/');
    await new SearchBox(page).ask('"state management"');
    await expect(new SearchBox(page).links.first()).toBeVisible();
    expect(violations).toEqual([]);
    await page.evaluate(() => document.body.append(document.createElement('iframe')));
    await page.evaluate(
      () => ((document.querySelector('iframe') as HTMLIFrameElement).src = 'https://evil.example/'),
    );
    await expect.poll(() => violations.map((it) => it.effectiveDirective)).toEqual(['frame-src']);
  });
  test.use({ expected: [/evil\.example/] });

  test('a moved address leads on by its page', async ({ page, violations }) => {
    const files = fallbackFiles(redirectsOf(readManifest()), address);
    await page.route('**/docs/concepts/steps/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: files.get('/docs/concepts/steps/index.html') ?? '',
      }),
    );
    await page.goto('./docs/concepts/steps/');
    await expect(page).toHaveURL(/[^s]\/concepts\/steps\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Step');
    expect(violations).toEqual([]);
  });
});

test.describe('what somebody puts into a page', () => {
  test.use({ expected: [/Content Security Policy|Trusted/i] });

  for (const [name, markup, directive] of [
    ['a script', '<script>document.title = "ran"</script>', 'script-src-elem'],
    [
      'a script from elsewhere',
      '<script src="https://evil.example/x.js"></script>',
      'script-src-elem',
    ],
    [
      'an event handler',
      '<img alt="" src="data:," onerror="document.title=\'ran\'">',
      'script-src-attr',
    ],
    ['a style', '<style>main { display: none }</style>', 'style-src-elem'],
    ['a style attribute', '<p style="position: fixed">x</p>', 'style-src-attr'],
    ['a frame', '<iframe title="x" src="https://evil.example/"></iframe>', 'frame-src'],
    ['a picture that tells', '<img alt="" src="https://evil.example/x.png">', 'img-src'],
    ['another base', '<base href="https://evil.example/">', 'base-uri'],
  ] as const) {
    test(`${name} is stopped`, async ({ page, violations, problems }) => {
      await page.route('**/guides/streams/', async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        await route.fulfill({ response, body: html.replace('<main', `${markup}<main`) });
      });
      await page.goto('./guides/streams/');
      await expect.poll(() => violations.map((it) => it.effectiveDirective)).toContain(directive);
      await expect(page.locator('main')).toBeVisible();
      expect(await page.title()).not.toBe('ran');
      expect(problems.filter((problem) => problem.startsWith('asks'))).toEqual([]);
    });
  }

  test('HTML and scripts from strings are stopped, whoever asks', async ({ page, violations }) => {
    await page.goto('./guides/streams/');
    const outcomes = await page.evaluate(() =>
      [
        () => (document.body.innerHTML = '<p>x</p>'),
        () => document.body.insertAdjacentHTML('beforeend', '<p>x</p>'),
        () => (document.createElement('script').src = 'https://evil.example/x.js'),
        () =>
          (
            window as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }
          ).trustedTypes?.createPolicy('default', {}),
      ].map((attempt) => {
        try {
          attempt();
          return 'went through';
        } catch (error) {
          return (error as Error).name;
        }
      }),
    );
    expect(outcomes).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
    await settled(page);
    expect(new Set(violations.map((it) => it.effectiveDirective))).toContain('trusted-types');
  });
});

/** The first page of the scrape that has such an element. */
async function routeWith(page: Page, selector: string): Promise<string> {
  for (const { route } of readManifest().pages) {
    const html = await (await page.request.get(`.${route}`)).text();
    const found = await page.evaluate(
      ([html = '', selector = '']) => {
        const { parseHTMLUnsafe } = Document as unknown as {
          parseHTMLUnsafe(html: string): Document;
        };
        return parseHTMLUnsafe.call(Document, html).querySelector(selector) !== null;
      },
      [html, selector],
    );
    if (found) return route;
  }
  throw new Error(`no page has ${selector}`);
}
