/** A picture as large as the window, in a native dialog: Escape closes it and focus returns. */

let dialog: HTMLDialogElement | undefined;

/** Shows the picture of a link; the link's target is its largest form. */
export function showLarge(link: HTMLAnchorElement): void {
  const small = link.querySelector('img');
  if (!small) return;
  const large = document.createElement('img');
  large.alt = small.alt;
  large.width = small.width;
  large.height = small.height;
  // What is there already stands in until the larger one is; a format that fails changes nothing.
  large.src = small.currentSrc || small.src;
  const full = new Image();
  full.addEventListener('load', () => (large.src = full.src), { once: true });
  full.src = link.href;

  dialog ??= makeDialog();
  dialog.setAttribute('aria-label', small.alt || 'Picture');
  dialog.querySelector('img')?.remove();
  dialog.append(large);
  link.after(dialog);
  dialog.showModal();
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'zoom';
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'zoom-close';
  close.textContent = 'Close';
  made.append(close);
  // A click anywhere, on the picture as well.
  made.addEventListener('click', () => made.close());
  return made;
}
