/**
 * Puts the film or animation in the place of its facade when the reader asks for it. An animation has
 * no controls: a click on it brings the facade back.
 */

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
  image.alt = `Stop the animation: ${name}`;
  image.src = facade.href;
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.className = 'facade-stop';
  stop.append(image);
  stop.addEventListener('click', () => {
    stop.replaceWith(facade);
    facade.focus();
  });
  return stop;
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
      // An image's own error does not bubble, but can be caught on its way.
      { once: true, capture: true },
    );
    facade.replaceWith(player);
    player.focus();
  });
}
