/** Puts the content of tab panels that long pages keep as templates in its place when it is shown. */

function fill(panel: Element | null): void {
  const template = panel?.querySelector<HTMLTemplateElement>(':scope > template');
  template?.replaceWith(template.content);
}

const opened = new MutationObserver((changes) => {
  for (const { target } of changes) {
    if (!(target as HTMLElement).hidden) fill(target as HTMLElement);
  }
});

const templates = document.querySelectorAll('[role="tabpanel"] > template');
for (const { parentElement: panel } of templates) {
  if (!panel?.hidden) fill(panel);
  else opened.observe(panel, { attributeFilter: ['hidden'] });
}
// On paper every tab is shown.
window.addEventListener('beforeprint', () => {
  for (const { parentElement } of templates) fill(parentElement);
});

export {};
