/** Finds the Chromium that the browser tests run in, and installs one where that needs no questions. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Where systems put Chromium or Chrome. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a browser: what `CHROMIUM_PATH` says, else Playwright's own, else the system's. */
export function findBrowser(env = process.env, exists = existsSync): string | undefined {
  const named = env['CHROMIUM_PATH'];
  return named || [chromium.executablePath(), ...USUAL_PLACES].find((path) => exists(path));
}

/**
 * A browser, installed from the distribution's packages if there is none (as root on Debian).
 * @throws Error with the one thing to do, where that is not possible.
 */
export function ensureBrowser(): string {
  const found = findBrowser() ?? (isRootOnDebian() ? installBrowser() : undefined);
  if (found) return found;
  throw new Error(
    'no Chromium found: run "npx playwright install chromium", or name one with CHROMIUM_PATH=/path/to/chrome',
  );
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installBrowser(): string | undefined {
  console.log('no Chromium found: installing the package "chromium" with apt-get');
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['-qq', 'update'], options);
  spawnSync('apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', 'chromium'], options);
  return findBrowser();
}
