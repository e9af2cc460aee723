/** axe over pages of each kind, in both themes and on both screens. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const ROUTES = [
  '/',
  '/guides/',
  '/guides/streams/',
  '/concepts/steps/',
  '/reference/api/',
  '/examples/ai-content-moderation/',
];

for (const [screen, viewport] of Object.entries(SCREENS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${screen}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });
      // The longest pages have ten thousand elements.
      test.slow();
      for (const route of ROUTES) {
        test(`axe finds nothing on ${route}`, async ({ page }) => {
          await page.goto(`.${route}`);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
          );
          expect(found).toEqual([]);
        });
      }

      test('axe finds nothing in the open search', async ({ page }) => {
        await page.goto('./guides/streams/');
        await page.keyboard.press('/');
        await page.keyboard.type('state');
        await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      });
    });
  }
}
