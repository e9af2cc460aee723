/** One run of Lighthouse in a browser of its own, for the bench and the browser tests. */
import { chromium } from '@playwright/test';
import lighthouse, { type Config, type Result } from 'lighthouse';
import { ensureBrowser } from './e2e/browser.ts';
import { freePort } from './free-port.ts';

/** Lighthouse loses a trace now and then (NO_NAVSTART), and so has no result: so often a run is tried in all. */
const TRIES = 3;

/**
 * Measures a page in a browser with WebMCP and an empty cache; an answer of 404 is measured too.
 * @param onlyCategories ids of Lighthouse's categories
 * @throws Error when every try ended without a result; each that did is told on stderr
 */
export async function runLighthouse(
  url: string,
  onlyCategories: string[],
  config?: Config,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await runOnce(url, onlyCategories, config);
    } catch (error) {
      if (tried === TRIES) throw error;
      console.error(`${(error as Error).message}: tried again`);
    }
  }
}

async function runOnce(url: string, onlyCategories: string[], config?: Config): Promise<Result> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [`--remote-debugging-port=${port}`, '--enable-features=WebMCP'],
  });
  try {
    const flags = { port, logLevel: 'error', onlyCategories, ignoreStatusCode: true } as const;
    const result = await lighthouse(url, flags, config);
    if (!result) throw new Error(`${url}: Lighthouse gave no result`);
    const { runtimeError, audits } = result.lhr;
    if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
    const lost = Object.values(audits).find((audit) => audit.scoreDisplayMode === 'error');
    if (lost) throw new Error(`${url}: ${lost.id}: ${lost.errorMessage}`);
    return result.lhr;
  } finally {
    await browser.close();
  }
}
