import { STORAGE_KEY } from './client/wrapping.ts';

/**
 * A script for the head of every page, before any other. Where the reader blocks storage, its mere
 * name throws, and Starlight's theme and tabs stop there: what stands in for it lasts for the page.
 * Then, before any code is drawn, whether its lines wrap.
 */
export const HEAD_SCRIPT = `for (const name of ['localStorage', 'sessionStorage']) {
  try {
    window[name].getItem(name);
  } catch {
    const kept = new Map();
    const value = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, String(text)),
      removeItem: (key) => void kept.delete(key),
    };
    Object.defineProperty(window, name, { value });
  }
}
if (localStorage.getItem('${STORAGE_KEY}')) document.documentElement.dataset.wrapCode = '';`;
