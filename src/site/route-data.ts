/** What our pages need of Starlight's route data beyond its options. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { address } from '../address.ts';
import { linksOfPage } from '../discovery.ts';
import { routes, statuses } from './routes.ts';
import { twinOf } from './twin.ts';

/**
 * Announces each page's Markdown twin and the index, opens the home page with the hero, and calls
 * landing pages by their section, and pages that have a status by their whole title, where they are
 * the previous or next page.
 */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { starlightRoute: route } = locals;
  for (const link of [route.pagination.prev, route.pagination.next]) {
    const landing = routes.sections.find(({ href }) => href === link?.href);
    if (link && landing) link.label = landing.index?.title ?? landing.label;
    const page = routes.pages.find(({ href }) => href === link?.href);
    if (link && page && statuses.has(page.route)) link.label = page.title;
  }
  // The 404 page answers for many addresses and has none of its own.
  if (route.id === '404')
    route.head = route.head.filter(({ attrs }) => attrs?.['rel'] !== 'canonical');
  for (const { rel, type, href } of linksOfPage(twinOf(route))) {
    route.head.push({ tag: 'link', attrs: { rel, type, href: address.href(href) } });
  }
  const page = routes.pages.find(({ file }) => `content/${file}` === route.entry.filePath);
  if (!page) return;
  if (page === routes.home) {
    route.toc = undefined;
    route.entry.data.hero = { title: page.title, tagline: page.description ?? '', actions: [] };
  }
});
