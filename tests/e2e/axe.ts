/** axe over a page or parts of it. Code that is marked as seen is left out. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Where to look, and for what. */
export interface Question {
  readonly within?: readonly string[];
  readonly only?: readonly string[];
  readonly without?: readonly string[];
}

/** `rule: place` of what axe finds; WCAG 2.2's target size, which it leaves out by default, included. */
export async function violations(
  page: Page,
  { within, only, without = [] }: Question,
): Promise<string[]> {
  const off = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  // There are no frames here; the other mode copies all that passed from the page, which is long.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(only ? { runOnly: [...only] } : { rules: { 'target-size': { enabled: true }, ...off } }),
  });
  for (const place of within ?? []) if ((await page.locator(place).count()) > 0) axe.include(place);
  const { violations } = await axe.exclude('[data-seen]').analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}
