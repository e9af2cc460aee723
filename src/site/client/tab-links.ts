/**
 * Lets the address and the tabs agree: an address that points into a hidden tab panel opens it
 * (and those around it), and a tab whose panel opens with an anchor writes it to the address.
 */

import { percentDecoded } from '../../model/percent-decoded.ts';
import { openPanel } from './tabs.ts';

const HIDDEN_PANEL = '[role="tabpanel"][hidden]';

/** Opens what hides the target of the address, without changing the reader's stored choices. */
function reveal(): void {
  const target = document.getElementById(percentDecoded(location.hash.slice(1)));
  let panel = target?.closest<HTMLElement>(HIDDEN_PANEL);
  if (!panel) return;
  while (panel) {
    openPanel(panel);
    panel = panel.parentElement?.closest<HTMLElement>(HIDDEN_PANEL);
  }
  target?.scrollIntoView();
}

/** Writes the anchor of the chosen tab to the address, as upstream does (`updateAnchor`). */
function writeAnchor(event: Event): void {
  const tablist = (event.target as Element).closest('[role="tablist"]');
  const chosen = tablist?.querySelector('[role="tab"][aria-selected="true"]');
  const panel = chosen && document.querySelector(`[aria-labelledby="${chosen.id}"]`);
  const anchor = panel?.querySelector(':scope > [data-opens-tab]');
  if (anchor) history.replaceState(history.state, '', `#${anchor.id}`);
}

/** A link to the address we are at already changes nothing, so it raises no `hashchange`. */
function revealAgain(event: Event): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href*="#"]');
  if (link?.href === location.href && link.role !== 'tab') reveal();
}

void customElements.whenDefined('starlight-tabs').then(() => {
  reveal();
  window.addEventListener('hashchange', reveal);
  document.addEventListener('click', revealAgain);
  document.addEventListener('click', writeAnchor);
  document.addEventListener('keydown', (event) => {
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) writeAnchor(event);
  });
});
