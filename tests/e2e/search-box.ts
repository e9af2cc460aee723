/** The search dialog as a reader uses it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class SearchBox {
  readonly dialog: Locator;
  readonly field: Locator;
  /** Pages with their hits. */
  readonly pages: Locator;
  /** The links of all hits. */
  readonly links: Locator;
  readonly note: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Search' });
    this.field = this.dialog.getByRole('searchbox', { name: 'Search the docs' });
    this.pages = this.dialog.getByRole('list', { name: 'Results' }).locator(':scope > li');
    this.links = this.pages.getByRole('link');
    this.note = this.dialog.locator('[data-note]');
  }

  /** Asks a query, opening the box if need be, and waits until it counts as typed. */
  async ask(query: string): Promise<void> {
    if (!(await this.dialog.isVisible())) await this.#page.keyboard.press('/');
    await this.field.fill(query);
    await expect(this.#page).toHaveURL((url) => url.searchParams.get('q') === query);
  }

  /** Chooses a filter by its label, opening the row of filters if need be. */
  async filter(label: string): Promise<void> {
    await chooseFilter(this.dialog, label);
  }

  /** Routes and anchors of all hits, in order. */
  async addresses(): Promise<string[]> {
    const links = await this.links.evaluateAll((links) =>
      links
        .map((link) => new URL((link as HTMLAnchorElement).href))
        .map(({ pathname, hash }) => pathname + hash),
    );
    const base = new URL('.', process.env['BASE_URL'] ?? this.#page.url()).pathname;
    return links.map((link) => decodeURI(link).replace(base, '/'));
  }
}

/** Opens a panel's folded row of filters. */
export async function openFilters(panel: Locator): Promise<void> {
  if ((await panel.locator('.search-filters[open]').count()) === 0) {
    await panel.locator('.search-filters summary').click();
  }
}

/** Chooses a filter in a panel by its label. */
export async function chooseFilter(panel: Locator, label: string): Promise<void> {
  await openFilters(panel);
  await panel.getByRole('radio', { name: label }).check();
}
