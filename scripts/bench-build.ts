/** Building the site and opening its pages, beside stock Starlight: `npm run bench:build`. */
import { chromium, type Browser } from '@playwright/test';
import { commandLine } from './command-line.ts';
import { ensureBrowser } from '../tests/e2e/browser.ts';
import { buildSites, serveSites } from './bench-sites.ts';

const HELP = `Usage: npm run bench:build -- [--no-build]

Builds this site and one of stock Starlight with the same pages, prints how long each took, and what a
browser with an empty cache loads to open a page: bytes as they come (brotli, without headers, the icon not
counted), requests for them, and elements. Stock Starlight loads its search with every page.
  --no-build   measures the builds of the last run`;

const ROUTES = ['concepts/steps/', 'reference/api/'];

await commandLine(HELP, { 'no-build': { type: 'boolean', default: false } }, async (options) => {
  if (!options['no-build']) {
    const { ours, stock } = await buildSites();
    console.log(`\nbuild: ours ${ours.toFixed(1)} s, stock ${stock.toFixed(1)} s`);
  }
  const sites = await serveSites();
  const browser = await chromium.launch({ executablePath: ensureBrowser() });
  try {
    for (const route of ROUTES) {
      const [ours, stock] = [
        await open(browser, sites.ours + route),
        await open(browser, sites.stock + route),
      ];
      const less = (100 * (1 - ours.bytes / stock.bytes)).toFixed(0);
      console.log(`\n/${route}: ${less} % fewer bytes than stock`);
      console.table({ ours, stock });
    }
  } finally {
    await browser.close();
    await sites.close();
  }
});

/** Opens a page with nothing cached, waits until it loads nothing more, and reads what it noted. */
async function open(browser: Browser, url: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  // What a page loads when the browser has nothing else to do.
  await page.waitForTimeout(2000);
  const weight = await page.evaluate(() => {
    const loaded = performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => !name.endsWith('/favicon.svg'));
    return {
      bytes: loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      requests: loaded.length,
      elements: document.querySelectorAll('*').length,
    };
  });
  await context.close();
  return weight;
}
