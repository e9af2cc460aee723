/** The sidebar, made from the routes: one group a section, one sub-group a folder within it. */
import type { PageStatus } from './page-status.ts';
import { labelOf, type PageRoute, type Routes, type SectionRoutes } from '../model/routes.ts';

/** A link of Starlight's `sidebar` option; `link` is a route, Starlight adds the base itself. */
export interface SidebarLink {
  label: string;
  link: string;
  badge?: { text: string; variant: 'danger' | 'caution' };
}

/** How a page is called within the group that has its name. */
const OVERVIEW = 'Overview';

type Statuses = ReadonlyMap<string, PageStatus>;

/** A group of Starlight's `sidebar` option. */
export interface SidebarGroup {
  label: string;
  collapsed: boolean;
  items: (SidebarLink | SidebarGroup)[];
}

/**
 * Starlight's `sidebar` option: home and the pages beside it, then the sections in their order, each
 * opening with its landing page. Groups are closed; Starlight opens those that hold the current page.
 * A page with a status has it as a badge instead of in its title. A section that a page by hand opens
 * is one link.
 */
export function sidebarOf(routes: Routes, statuses: Statuses): (SidebarLink | SidebarGroup)[] {
  const top = routes.pages
    .filter(({ section }) => section === '')
    .map((page) => (page === routes.home ? { label: 'Home', link: '/' } : linkTo(page, statuses)));
  return [
    ...top,
    ...routes.sections.map((section) =>
      // Its own page, written by hand, lists the others.
      section.index?.source === null
        ? { label: section.label, link: section.route }
        : sectionGroup(section, statuses),
    ),
  ];
}

function sectionGroup(section: SectionRoutes, statuses: Statuses): SidebarGroup {
  const items: SidebarGroup['items'] = [{ label: landingLabel(section), link: section.route }];
  const folders = new Map<string, SidebarGroup>();
  for (const page of section.pages) {
    if (page === section.index) continue;
    const folder = folderOf(page, section);
    if (folder === undefined) {
      items.push(linkTo(page, statuses));
      continue;
    }
    let group = folders.get(folder);
    if (!group) {
      group = { label: folderLabel(folder, section), collapsed: true, items: [] };
      folders.set(folder, group);
      items.push(group);
    }
    const link = linkTo(page, statuses);
    group.items.push(link.label === group.label ? { ...link, label: OVERVIEW } : link);
  }
  return { label: section.label, collapsed: true, items };
}

/** How a section's landing page is called within it: by its title, if that says more than its label. */
function landingLabel({ label, index }: SectionRoutes): string {
  if (!index) return 'All pages';
  return index.title === label ? OVERVIEW : index.title;
}

/** The folder below the section in which a page stands (`motia-cloud`), if it stands in one. */
function folderOf(page: PageRoute, section: SectionRoutes): string | undefined {
  const [, , folder, inside] = page.route.split('/');
  if (!folder) return undefined;
  const route = `${section.route}${folder}/`;
  const hasPagesBelow = section.pages.some((other) => isBelow(other.route, route));
  return inside || hasPagesBelow ? folder : undefined;
}

/** A folder is called like the page that stands at its address, else like its name. */
function folderLabel(folder: string, section: SectionRoutes): string {
  const page = section.pages.find(({ route }) => route === `${section.route}${folder}/`);
  return page?.title ?? labelOf(folder);
}

function isBelow(route: string, parent: string): boolean {
  return route !== parent && route.startsWith(parent);
}

function linkTo({ title, route }: PageRoute, statuses: Statuses): SidebarLink {
  const status = statuses.get(route);
  if (!status) return { label: title, link: route };
  const variant = status.label === 'Removed' ? 'danger' : 'caution';
  return { label: status.name, link: route, badge: { text: status.label, variant } };
}
