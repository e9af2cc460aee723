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

/** From now on the facade is a plain link to the file. */
function showFailure(facade: HTMLAnchorElement): void {
  facade.dataset['failed'] = '';
  const action = facade.querySelector('.facade-action');
  if (action) action.textContent = 'It could not be loaded. Open it where it is published.';
}

for (const facade of document.querySelectorAll<HTMLAnchorElement>('a.facade')) {
  facade.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || 'failed' in facade.dataset) return;
    event.preventDefault();
    const player = playerFor(facade);
    player.addEventListener(
      'error',
      () => {
        showFailure(facade);
        player.replaceWith(facade);
      },
      { once: true },
    );
    facade.replaceWith(player);
    player.focus();
  });
}
