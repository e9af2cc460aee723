/** Sizes that exports must not grow past. */

/** Agents cut what they fetch: beyond this many characters an index is partly unread. */
export const INDEX_BUDGET = 50_000;

/** Likewise for one page: a twin stays below this many characters where its languages allow it. */
export const TWIN_BUDGET = 50_000;

/**
 * Gives the text back when it keeps to its budget.
 * @param budget characters (UTF-16 code units).
 * @throws Error when it doesn't.
 */
export function withinBudget(text: string, budget: number, name: string): string {
  if (text.length > budget) {
    throw new Error(
      `${name} has ${text.length} characters, budget ${budget}: shorten descriptions or split the list`,
    );
  }
  return text;
}
