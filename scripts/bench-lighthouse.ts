/** Lighthouse's scores of the site beside stock Starlight's: `npm run bench:lighthouse`. */
import type { Result } from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import { commandLine, UsageError } from './command-line.ts';
import { runLighthouse } from '../tests/lighthouse-run.ts';
import { buildSites, serveSites } from './bench-sites.ts';

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
              all.push(
                await runLighthouse(
                  sites[name as 'ours'] + PAGES[page],
                  CATEGORIES,
                  form === 'desktop' ? desktop : undefined,
                ),
              );
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
