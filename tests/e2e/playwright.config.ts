import { defineConfig, devices } from '@playwright/test';
import { ensureBrowser } from './browser.ts';

/** Set by Playwright from the first line that our server prints (`webServer.wait` below). */
const baseURL = process.env['BASE_URL'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A test that passes at the second try hides something.
  retries: 0,
  workers: 2,
  // Patience for machines that do other work as well; a test that passes does not wait.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['dot'], ['json', { outputFile: '../../test-results/report.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    ...(baseURL && { baseURL }),
    launchOptions: { executablePath: ensureBrowser() },
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
  },
  // Our own server with its real headers, redirects and 404, on any free port.
  webServer: {
    command: 'node scripts/serve.ts',
    cwd: '../..',
    env: { PORT: '0' },
    wait: { stdout: /site\s+(?<base_url>http:\S+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
