/** Puts the film or animation in the place of its facade when the reader asks for it. */

function playerFor(facade: HTMLAnchorElement): HTMLElement {
  const name = facade.dataset['name'] ?? '';
  if (facade.dataset['kind'] === 'video') {
    const video = document.createElement('video');
    video.controls = true;
    video.autoplay = true;
    video.tabIndex = 0;
    video.setAttribute('aria-label', name);
    video.src = facade.href;
    return video;
  }
  const image = document.createElement('img');
  image.alt = name;
  image.tabIndex = -1;
  image.src = facade.href;
  return image;
}

for (const facade of document.querySelectorAll<HTMLAnchorElement>('a.facade')) {
  facade.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const figure = facade.parentElement;
    const player = playerFor(facade);
    player.addEventListener(
      'error',
      () => {
        player.replaceWith(facade);
        figure?.classList.add('missing');
      },
      { once: true },
    );
    facade.replaceWith(player);
    player.focus();
  });
}
