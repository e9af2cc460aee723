/** Opens tabs of Starlight's <starlight-tabs> without changing the reader's stored choices. */

/** The part of the element that we use. */
interface TabGroup extends HTMLElement {
  tabs: HTMLAnchorElement[];
  switchTab(tab: HTMLAnchorElement, index: number, sync: boolean): void;
}

/** Shows a panel in place of the one that its group shows now. */
export function openPanel(panel: HTMLElement): void {
  open(panel, (tab) => tab.id === panel.getAttribute('aria-labelledby'));
}

/** Shows the panel of the first tab whose label is wanted, if the group has one. */
export function openTab(group: HTMLElement, isWanted: (label: string) => boolean): void {
  open(group, (tab) => isWanted(tab.textContent));
}

function open(within: HTMLElement, isWanted: (tab: HTMLAnchorElement) => boolean): void {
  const group = within.closest<TabGroup>('starlight-tabs');
  const index = group?.tabs.findIndex(isWanted) ?? -1;
  const tab = group?.tabs[index];
  if (group && tab) group.switchTab(tab, index, false);
}
