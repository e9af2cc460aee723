/** Lists the pages whose addresses are nearest to the one that leads nowhere; the sidebar has them all. */
import { nearest } from '../../model/nearest.ts';
import { percentDecoded } from '../../model/percent-decoded.ts';

interface SidebarPage {
  route: string;
  href: string;
  title: string;
  /** The groups in which it stands: `Guides`. */
  area: string;
}

/** So many have room that is kept for them (styles/home.css). */
const MOST = 3;

function sidebarPages(base: string): SidebarPage[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('.sidebar-content .top-level a');
  return [...links].map((link) => ({
    route: below(base, link.pathname),
    href: link.href,
    title: link.firstElementChild?.textContent ?? '',
    area: groupsOf(link).join(' › '),
  }));
}

function below(base: string, path: string): string {
  return path.startsWith(base) ? `/${path.slice(base.length)}` : path;
}

function groupsOf(link: Element): string[] {
  const group = link.parentElement?.closest('details');
  const label = group?.querySelector('summary .group-label')?.textContent.trim();
  return group && label ? [...groupsOf(group), label] : [];
}

function drawPage({ route, href, title, area }: SidebarPage): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const path = document.createElement('code');
  link.href = href;
  link.textContent = area ? `${area} › ${title}` : title;
  path.textContent = route;
  item.append(link, path);
  return item;
}

const section = document.querySelector<HTMLElement>('.nearest');
if (section) {
  const base = section.dataset['base'] ?? '/';
  const asked = below(base, percentDecoded(location.pathname));
  const pages = nearest(asked, sidebarPages(base), MOST).map(drawPage);
  const nothing = document.createElement('li');
  nothing.textContent = 'No page has an address like that.';
  section.querySelector('h2 code')?.append(asked);
  section.querySelector('ul')?.append(...(pages.length > 0 ? pages : [nothing]));
}
