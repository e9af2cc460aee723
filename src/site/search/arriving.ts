/** What an address asks of the search as a page opens: no more than every page has to load. */

/** The parameter of an address that leads from a search to a page: the words to mark. */
export const MARKS = 'marks';

/** Does the address ask something? */
export function asksHere(): boolean {
  return new URLSearchParams(location.search).has('q');
}

/** Does the address come from a search, with words to mark? */
export function marksHere(): boolean {
  return new URLSearchParams(location.search).has(MARKS);
}
