/** Shows a picture large when it is asked for, and its description when it cannot be loaded. */
import { showLarge } from './zoom.ts';

function showDescription(image: HTMLImageElement): void {
  const figure = image.closest('.picture');
  const note = figure?.querySelector<HTMLElement>('.picture-note');
  if (!figure || !note) return;
  figure.classList.add('missing');
  note.hidden = false;
}

for (const image of document.querySelectorAll<HTMLImageElement>('.picture img')) {
  if (image.complete && image.naturalWidth === 0 && image.currentSrc) showDescription(image);
  image.addEventListener('error', () => showDescription(image), { once: true });
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.picture-zoom')) {
  link.setAttribute('aria-haspopup', 'dialog');
  link.addEventListener('click', (event) => {
    const wantsTab = event.metaKey || event.ctrlKey || event.shiftKey;
    if (wantsTab || link.closest('.missing')) return;
    event.preventDefault();
    showLarge(link);
  });
}
