/** Shows a picture's description in its place when the picture cannot be loaded. */

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
