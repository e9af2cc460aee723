/** Opens tabs of Starlight's <starlight-tabs> without changing the reader's stored choices. */

/** The part of the element that we use. */
interface TabGroup extends HTMLElement {
  tabs: HTMLAnchorElement[];
  switchTab(tab: HTMLAnchorElement, index: number, sync: boolean): void;
}

/** Shows a panel in place of the one that its group shows now. */
export function openPanel(panel: HTMLElement): void {
  const group = panel.closest<TabGroup>('starlight-tabs');
  const index = group?.tabs.findIndex((tab) => tab.id === panel.getAttribute('aria-labelledby'));
  const tab = group?.tabs[index ?? -1];
  if (group && tab) group.switchTab(tab, index ?? 0, false);
}
