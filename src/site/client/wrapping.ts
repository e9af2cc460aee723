/** Whether long lines of code wrap: one choice for all code, kept in this browser. */

export const STORAGE_KEY = 'wrap-code';

/** An inline script sets the root's attribute on load; styles/code.css wraps by it. */
export function keepsWrapping(): boolean {
  const { dataset } = document.documentElement;
  return 'wrapCode' in dataset;
}

/** Lets all code wrap, or none, from now on and for the next visit. */
export function keepWrapping(wraps: boolean): void {
  const { dataset } = document.documentElement;
  if (wraps) dataset['wrapCode'] = '';
  else delete dataset['wrapCode'];
  try {
    if (wraps) localStorage.setItem(STORAGE_KEY, 'true');
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Without storage the choice holds for this page.
  }
}
