/** Copies code, opens long blocks, and lets lines that are wider than their block wrap. */
import { keepsWrapping, keepWrapping } from './wrapping.ts';

/** Opens or folds a long block; folded, its top is what the reader sees. */
function toggle(button: HTMLElement, opens: boolean): void {
  const frame = button.closest('.long');
  button.setAttribute('aria-expanded', String(opens));
  button.dataset['all'] ??= button.textContent;
  button.textContent = opens ? 'Show less' : button.dataset['all'];
  if (!opens && frame && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
}

/** Whatever moves the text of a folded block (find in page, arrow keys) wants what is below. */
function openMoved({ target }: Event): void {
  if (!(target instanceof HTMLElement) || !target.scrollTop) return;
  const button = target.parentElement?.querySelector<HTMLElement>(':scope > .unfold');
  if (button?.ariaExpanded !== 'false') return;
  const moved = target.scrollTop;
  toggle(button, true);
  window.scrollBy({ top: moved, behavior: 'instant' });
}

/**
 * Gives the copy button its code, which the page holds only once (code/copy-from-page.ts); lines
 * that a mend takes out are none of it.
 */
function fillCopyButton({ target }: Event): void {
  const button = (target as Element).closest<HTMLElement>('.copy button:not(.wrap-lines)');
  const lines = button?.closest('figure')?.querySelectorAll('.ec-line:not(.del)');
  if (!button || !lines) return;
  button.dataset['code'] ??= [...lines]
    .map(({ textContent }) => textContent.replace(/^\n$/, ''))
    .join('\n');
}

function isWide(pre: HTMLElement): boolean {
  if (pre.scrollWidth > pre.clientWidth) return true;
  const lines = keepsWrapping() ? [...pre.querySelectorAll<HTMLElement>('.ec-line')] : [];
  return lines.some(
    (line) => line.offsetHeight > 1.5 * Number.parseFloat(getComputedStyle(line).lineHeight),
  );
}

/** Puts the switch beside the copy button of blocks that are wide. */
const sizes = new ResizeObserver((changes) => {
  // All are measured before the first is changed, which lays the page out once, not once a block.
  const wide = changes
    .map(({ target }) => target as HTMLElement)
    .filter((pre) => !pre.parentElement?.querySelector('.wrap-lines') && isWide(pre));
  for (const { parentElement: frame } of wide) frame?.querySelector('.copy')?.prepend(wrapButton());
});

function wrapButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'wrap-lines';
  button.title = button.ariaLabel = 'Wrap lines';
  button.ariaPressed = String(keepsWrapping());
  button.append(document.createElement('div'));
  return button;
}

function watch(root: ParentNode): void {
  for (const pre of root.querySelectorAll('.frame > pre')) sizes.observe(pre);
}

watch(document);
// Panels that were templates (client/inert-panels.ts).
new MutationObserver((changes) => {
  for (const { target, removedNodes } of changes) {
    if ([...removedNodes].some(({ nodeName }) => nodeName === 'TEMPLATE')) watch(target as Element);
  }
}).observe(document.body, { childList: true, subtree: true });

/** Expressive Code may take the switch for a button that copies, as it stands beside one: it hears of no click. */
function toggleWrapping(event: Event): void {
  if (!(event.target as Element).closest('.wrap-lines')) return;
  event.stopPropagation();
  keepWrapping(!keepsWrapping());
  for (const button of document.querySelectorAll('.wrap-lines')) {
    button.ariaPressed = String(keepsWrapping());
  }
}

// Before Expressive Code's own listeners, which stand on the buttons.
document.addEventListener('click', toggleWrapping, { capture: true });
document.addEventListener('click', fillCopyButton, { capture: true });
document.addEventListener('scroll', openMoved, { capture: true, passive: true });
document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('.unfold');
  if (button) toggle(button, button.ariaExpanded === 'false');
});
