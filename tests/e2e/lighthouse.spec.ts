/** Lighthouse's audits for agents, in a browser with WebMCP, over the served site. */
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { ensureBrowser } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { freePort } from '../free-port.ts';

/** Lighthouse measures one page at a time. */
test.describe.configure({ mode: 'serial' });

for (const route of ['', 'guides/streams/', 'reference/api/', 'ai-tools/']) {
  test(`all agentic audits pass on /${route}`, async ({ baseURL }) => {
    test.slow();
    const port = await freePort();
    const browser = await chromium.launch({
      executablePath: ensureBrowser(),
      args: [`--remote-debugging-port=${port}`, '--enable-features=WebMCP'],
    });
    try {
      const result = await lighthouse(new URL(route, baseURL).href, {
        port,
        logLevel: 'error',
        onlyCategories: ['agentic-browsing'],
      });
      const audits = Object.values(result?.lhr.audits ?? {});
      const scores = audits.map(({ id, score, scoreDisplayMode }) => [
        id,
        score ?? scoreDisplayMode,
      ]);
      const known = Object.fromEntries(scores);
      expect(known).toEqual({
        'agent-accessibility-tree': 1,
        'ard-schema': 'notApplicable',
        'cumulative-layout-shift': 1,
        'llms-txt': 1,
        'webmcp-form-coverage': 1,
        'webmcp-registered-tools': 1,
        'webmcp-schema-validity': 1,
      });
      expect(result?.lhr.categories['agentic-browsing']?.score).toBe(1);
    } finally {
      await browser.close();
    }
  });
}
