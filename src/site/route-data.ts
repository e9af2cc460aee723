/** What our pages need of Starlight's route data beyond its options. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { address } from '../address.ts';
import { routes } from './routes.ts';

/**
 * Announces each page's Markdown twin, opens the home page with the hero, and calls landing pages
 * by their section where they are the previous or next page.
 */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { starlightRoute: route } = locals;
  for (const link of [route.pagination.prev, route.pagination.next]) {
    const landing = routes.sections.find(({ href }) => href === link?.href);
    if (link && landing) link.label = landing.index?.title ?? landing.label;
  }
  // The 404 page answers for many addresses and has none of its own.
  if (route.id === '404')
    route.head = route.head.filter(({ attrs }) => attrs?.['rel'] !== 'canonical');
  const page = routes.pages.find(({ file }) => `content/${file}` === route.entry.filePath);
  if (!page) return;
  route.head.push({
    tag: 'link',
    attrs: { rel: 'alternate', type: 'text/markdown', href: address.href(page.markdownRoute) },
  });
  if (page === routes.home) {
    route.toc = undefined;
    route.entry.data.hero = { title: page.title, tagline: page.description ?? '', actions: [] };
  }
});
