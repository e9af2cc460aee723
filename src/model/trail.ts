/** The breadcrumbs of a page, from its route. */
import { labelOf, type Routes } from './routes.ts';

/** One step of the way; without a route where nothing stands at that address. */
export interface Crumb {
  label: string;
  route: string | undefined;
}

/** The way to a route, without the page itself: `/guides/streams/` → Home, Guides. Home has none. */
export function trailOf(route: string, routes: Routes): Crumb[] {
  const [slug, ...below] = route.split('/').filter(Boolean);
  if (slug === undefined) return [];
  const home = { label: 'Home', route: '/' };
  if (below.length === 0) return [home];
  const section = routes.sections.find((section) => section.slug === slug);
  const folders = below.slice(0, -1).map((folder, index) => {
    const at = `/${[slug, ...below.slice(0, index + 1)].join('/')}/`;
    const page = routes.pages.find((page) => page.route === at);
    return { label: page?.title ?? labelOf(folder), route: page?.route };
  });
  return [home, { label: section?.label ?? labelOf(slug), route: section?.route }, ...folders];
}
