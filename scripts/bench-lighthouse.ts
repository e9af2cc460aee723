/** Lighthouse's scores of the site beside stock Starlight's: `npm run bench:lighthouse`. */
import { chromium } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import { commandLine, UsageError } from '../src/command-line.ts';
import { ensureBrowser } from '../tests/e2e/browser.ts';
import { buildSites, serveSites } from './bench-sites.ts';
import { freePort } from '../tests/free-port.ts';

const PAGES: Readonly<Record<string, string>> = {
  home: '',
  guide: 'guides/streams/',
  reference: 'reference/api/',
  tutorial: 'getting-started/build-your-first-motia-app/ai-agents/',
  example: 'examples/human-in-the-loop-workflows/',
  search: 'search/',
  404: 'no/such/page/',
};
const FORMS = ['mobile', 'desktop'];
const SITES = ['ours', 'stock'] as const;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo', 'agentic-browsing'];
const METRICS = ['total-blocking-time', 'largest-contentful-paint', 'cumulative-layout-shift'];

const HELP = `Usage: npm run bench:lighthouse -- [options]

Measures pages of this site and, in turn with them, of stock Starlight with the same content. Prints
the median of the runs, and which audits keep ours below 100.
  --pages LIST   of ${Object.keys(PAGES).join(', ')} (default: all)
  --forms LIST   of ${FORMS.join(', ')} (default: both)
  --runs N       runs of each (default: 3)
  --only SITE    ours or stock
  --build        builds both sites anew; else they are built if they are not there`;

await commandLine(
  HELP,
  {
    pages: { type: 'string', default: Object.keys(PAGES).join(',') },
    forms: { type: 'string', default: FORMS.join(',') },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    build: { type: 'boolean', default: false },
  },
  async (options) => {
    const pages = listed(options.pages, Object.keys(PAGES));
    const forms = listed(options.forms, FORMS);
    const names = options.only ? listed(options.only, [...SITES]) : [...SITES];
    const runs = Number(options.runs);
    if (!Number.isInteger(runs) || runs < 1)
      throw new UsageError(`--runs ${options.runs} is no count`);
    if (options.build) await buildSites();
    const sites = await serveSites();
    const rows: Record<string, Record<string, string>> = {};
    const faults = new Set<string>();
    try {
      for (const page of pages) {
        for (const form of forms) {
          const results = new Map<string, Result[]>(names.map((name) => [name, []]));
          for (let run = 0; run < runs; run += 1) {
            for (const [name, all] of results) {
              // Stock Starlight has no page for its search.
              if (name === 'stock' && page === 'search') continue;
              all.push(await measure(sites[name as 'ours'] + PAGES[page], form));
            }
          }
          for (const [name, all] of results) {
            if (all.length === 0) continue;
            rows[`${page} ${form} ${name}`] = rowOf(all);
            if (name === 'ours')
              for (const fault of faultsOf(all)) faults.add(`${page} ${form}: ${fault}`);
          }
          console.error(`${page} ${form} measured`);
        }
      }
    } finally {
      await sites.close();
    }
    console.table(rows);
    for (const fault of faults) console.log(fault);
  },
);

function listed(value: string, known: readonly string[]): string[] {
  const names = value.split(',');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`${unknown} is none of ${known.join(', ')}`);
  return names;
}

/** Lighthouse loses a trace now and then: so often a run is tried in all. */
const TRIES = 3;

/** One run that gave a result; each that gave none is told. */
async function measure(url: string, form: string): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await measureOnce(url, form);
    } catch (error) {
      if (tried === TRIES) throw error;
      console.error(`${(error as Error).message}: tried again`);
    }
  }
}

/** One run in a browser of its own, with an empty cache. */
async function measureOnce(url: string, form: string): Promise<Result> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [`--remote-debugging-port=${port}`, '--enable-features=WebMCP'],
  });
  try {
    const result = await lighthouse(
      url,
      { port, logLevel: 'error', onlyCategories: CATEGORIES, ignoreStatusCode: true },
      form === 'desktop' ? desktop : undefined,
    );
    if (!result) throw new Error(`${url}: Lighthouse gave no result`);
    const { runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
    return result.lhr;
  } finally {
    await browser.close();
  }
}

function rowOf(results: readonly Result[]): Record<string, string> {
  const scores = CATEGORIES.map((category) => [
    category,
    String(
      Math.round(100 * median(results.map(({ categories }) => categories[category]?.score ?? 0))),
    ),
  ]);
  const metrics = METRICS.map((metric) => [
    metric,
    median(results.map(({ audits }) => audits[metric]?.numericValue ?? 0)).toFixed(
      metric.includes('shift') ? 3 : 0,
    ),
  ]);
  return Object.fromEntries([...scores, ...metrics]);
}

/** Audits that count and were not passed in every run. */
function faultsOf(results: readonly Result[]): string[] {
  return results.flatMap(({ categories, audits }) =>
    CATEGORIES.filter((category) => category !== 'performance').flatMap((category) =>
      (categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${category}: ${id}`),
    ),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
