/** What our pages need of Starlight's route data beyond its options. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { address } from '../settings.ts';
import { linksOfPage } from '../model/discovery.ts';
import { SITE_DESCRIPTION } from '../model/site-name.ts';
import { changes } from './changes.ts';
import { headOfPage, headOfTool } from './metadata.ts';
import { upstreamOf } from './provenance.ts';
import { routes, scrape } from './routes.ts';
import { twinOf } from './twin.ts';

/**
 * Writes each page's head, with its Markdown twin and the index, opens the home page with the hero,
 * and calls the previous and next page by their titles, which say more than their labels in the sidebar.
 */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { starlightRoute: route } = locals;
  for (const link of [route.pagination.prev, route.pagination.next]) {
    const page = routes.pages.find(({ href }) => href === link?.href);
    const landing = routes.sections.find(({ href }) => href === link?.href);
    if (link && page !== routes.home) link.label = page?.title ?? landing?.label ?? link.label;
  }
  const page = routes.pages.find(({ file }) => `content/${file}` === route.entry.filePath);
  const landing = routes.sections.find(({ route: at, index }) => !index && at === `/${route.id}/`);
  const listed = page ?? landing;
  const { title, description = SITE_DESCRIPTION } = route.entry.data;
  const site = { address, routes, language: route.lang };
  route.head = listed
    ? headOfPage(
        route.head,
        {
          ...{ route: listed.route, title, description },
          upstream: page && upstreamOf(page, scrape),
          modified: changes.get(listed.route)?.date,
        },
        site,
      )
    : headOfTool(route.head, { id: route.id, site });
  for (const { rel, type, href } of linksOfPage(twinOf(route))) {
    route.head.push({ tag: 'link', attrs: { rel, type, href: address.href(href) } });
  }
  if (page && page === routes.home) {
    route.toc = undefined;
    route.entry.data.hero = { title: page.title, tagline: page.description ?? '', actions: [] };
  }
});
