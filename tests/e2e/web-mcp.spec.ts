/** What a page offers to agents in a browser that has WebMCP. */
import { docsOnDisk } from '../../src/mcp/docs-on-disk.ts';
import { searchDocs } from '../../src/mcp/search-docs.ts';
import { ensureBrowser } from './browser.ts';
import { expect, test } from './fixtures.ts';

test.use({
  launchOptions: { executablePath: ensureBrowser(), args: ['--enable-features=WebMCP'] },
});

test('every page offers search_docs, read_for_task and read_page, which only read', async ({
  page,
}) => {
  for (const route of ['./', './guides/streams/', './guides/']) {
    await page.goto(route);
    await expect
      .poll(async () => (await page.webmcp.tools()).map(({ name }) => name).sort())
      .toEqual(['read_for_task', 'read_page', 'search_docs']);
    for (const { annotations, inputSchema } of await page.webmcp.tools()) {
      expect(annotations).toEqual({ readOnly: true });
      expect(inputSchema).toMatchObject({ type: 'object' });
    }
  }
});

test('they answer with content, in the order of the site’s search, and open nothing', async ({
  page,
}) => {
  await page.goto('./');
  await expect.poll(async () => (await page.webmcp.tools()).length).toBe(3);
  for (const query of ['how do I manage state', 'ctx.match', 'ECONNREFUSED redis']) {
    const answer = await page.webmcp.callTool('search_docs', { query, limit: 5 });
    const here = (await searchDocs(docsOnDisk('dist'), { query, limit: 5 })).value;
    expect(answer).toMatchObject({ structuredContent: here });
  }
  const read = await page.webmcp.callTool('read_page', {
    page: '/concepts/steps/#queue-trigger',
    language: 'python',
  });
  expect(read).toMatchObject({
    content: [{ type: 'text', text: expect.stringMatching(/^### Queue Trigger\n/) }],
    structuredContent: { id: '/concepts/steps/#queue-trigger', language: 'python' },
  });
  const task = 'keep each customer’s jobs in order and give up after three attempts';
  const pack = await page.webmcp.callTool('read_for_task', { task });
  expect(pack).toMatchObject({
    content: [{ type: 'text', text: expect.stringContaining('(#message-group-id)') }],
    structuredContent: { task, budget: 6000 },
  });
  await expect(page).toHaveURL('./');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a bad argument is answered with what would have been right', async ({ page }) => {
  await page.goto('./guides/streams/');
  await expect.poll(async () => (await page.webmcp.tools()).length).toBe(3);
  for (const [tool, input, right] of [
    ['read_page', { page: '/guides/steams/' }, /nearest pages: \/guides\/streams\//],
    ['read_page', {}, /page is undefined, expected text/],
    ['search_docs', { query: 'x', section: 'nope' }, /there are getting-started, /],
    ['read_for_task', { task: ' ' }, /task is " ", expected text/],
    ['read_for_task', { task: 'a queue', budget: 3 }, /budget is 3, expected 500 to 50000/],
  ] as const) {
    expect(await page.webmcp.callTool(tool, input)).toEqual({
      isError: true,
      content: [{ type: 'text', text: expect.stringMatching(right) }],
    });
  }
});
