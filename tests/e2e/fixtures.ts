/** Playwright's `test`, with a page that only sees our own site and must leave nothing to complain about. */
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

interface Fixtures {
  /** Problems that a test is about, such as the 404 of a page that is not there. */
  expected: readonly RegExp[];
  /** Everything that went wrong; each test ends with the demand that this is nothing unexpected. */
  problems: string[];
}

export const test = base.extend<Fixtures>({
  expected: [[], { option: true }],
  problems: [
    async ({ context, baseURL, expected }, use) => {
      const problems: string[] = [];
      const { origin } = new URL(baseURL ?? '');
      await standInForUpstream(context, origin, problems);
      watch(context, origin, problems);
      await use(problems);
      expect(problems.filter((problem) => !expected.some((known) => known.test(problem)))).toEqual(
        [],
      );
    },
    { auto: true },
  ],
});

export { expect };

/** What the browser reports of one violation. */
type Violation = Pick<SecurityPolicyViolationEvent, 'effectiveDirective' | 'blockedURI'>;

/** The same, with what breaks the Content-Security-Policy. */
export const testOfPolicy = test.extend<{ violations: Violation[] }>({
  violations: [
    async ({ context }, use) => {
      const violations: Violation[] = [];
      await context.exposeFunction('tellViolation', (violation: Violation) => {
        violations.push(violation);
      });
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          (window as unknown as { tellViolation(violation: Violation): void }).tellViolation({
            effectiveDirective,
            blockedURI,
          }),
        );
      });
      await use(violations);
    },
    { auto: true },
  ],
});

/** Waits for reports that are under way. */
export const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** What pages show from elsewhere: upstream's pictures and films, where the split pinned them. */
const PICTURE_HOSTS = ['raw.githubusercontent.com', 'github.com'];

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Answers for upstream's pictures; anything else from elsewhere, which no page should need, is a problem. */
async function standInForUpstream(context: BrowserContext, origin: string, problems: string[]) {
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      const request = route.request();
      const isPicture = request.resourceType() === 'image';
      if (isPicture && PICTURE_HOSTS.includes(new URL(request.url()).hostname)) {
        await route.fulfill({ contentType: 'image/png', body: PIXEL });
        return;
      }
      problems.push(`asks another site for a ${request.resourceType()}: ${request.url()}`);
      await route.abort();
    },
  );
}

/** Collects warnings and errors of the console, exceptions, and requests to our site that fail. */
function watch(context: BrowserContext, origin: string, problems: string[]): void {
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => problems.push(`exception: ${error.error().stack}`));
  context.on('response', (response) => {
    if (response.url().startsWith(origin) && response.status() >= 400) {
      problems.push(`${response.status()} for ${response.url()}`);
    }
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left cancels what it still loads.
    if (request.url().startsWith(origin) && reason !== 'net::ERR_ABORTED') {
      problems.push(`${reason} for ${request.url()}`);
    }
  });
}
