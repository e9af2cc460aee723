/**
 * What search engines and link previews are told in a page's head: a title of its own, Open Graph
 * (ogp.me), X's card and structured data. Starlight's own tags stay where they are right.
 */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { CARD_SIZE } from '../og/card.ts';
import { cardRouteOf } from '../og/cards.ts';
import type { Routes } from '../model/routes.ts';
import { SITE_NAME } from '../model/site-name.ts';
import { dataBlock, structuredData, type Described, type SiteFacts } from './structured-data.ts';
import { trailOf } from '../model/trail.ts';

/** Tags as Starlight keeps them. */
export type Head = StarlightRouteData['head'];

/** The head of a page that may be found, shared and, once the site's address is known, indexed. */
export function headOfPage(head: Head, page: Described, site: SiteFacts): Head {
  const { route, title, description } = page;
  const image = site.address.absolute(cardRouteOf(route));
  const alt = `${title}: ${description}`;
  return withTags(head, [
    { tag: 'title', content: `${documentTitle(page, site.routes)} | ${SITE_NAME}` },
    property('og:type', route === '/' ? 'website' : 'article'),
    property('og:image', image),
    property('og:image:type', 'image/png'),
    property('og:image:width', String(CARD_SIZE.width)),
    property('og:image:height', String(CARD_SIZE.height)),
    property('og:image:alt', alt),
    named('twitter:title', title),
    named('twitter:description', description),
    named('twitter:image', image),
    named('twitter:image:alt', alt),
    ...indexing(site),
    {
      tag: 'script',
      attrs: { type: 'application/ld+json' },
      content: dataBlock(structuredData(page, site)),
    },
  ]);
}

/**
 * The head of a page that is about nothing: the search, which has one address for whatever is asked,
 * and "not found", which has none; its status keeps it out of every index.
 */
export function headOfTool(head: Head, { id, site }: { id: string; site: SiteFacts }): Head {
  const kept =
    id === '404'
      ? head.filter((tag) => !['canonical', 'og:url'].includes(subjectOf(tag) ?? ''))
      : head;
  return withTags(kept, [property('og:type', 'website'), ...indexing(site)]);
}

/** Nobody indexes a build that has no address of its own. */
function indexing({ address }: SiteFacts): Head {
  return address.configured ? [] : [named('robots', 'noindex')];
}

/** The title of a page; if another has it too and it stands in a folder, with that: `Deployment (Motia Cloud)`. */
export function documentTitle(
  { route, title }: Pick<Described, 'route' | 'title'>,
  routes: Routes,
): string {
  const isShared = [
    ...routes.pages,
    ...routes.sections.map(({ route, label, index }) => ({ route, title: index?.title ?? label })),
  ].some((other) => other.title === title && other.route !== route);
  const folder = trailOf(route, routes).slice(1).at(-1);
  return isShared && folder ? `${title} (${folder.label})` : title;
}

function property(name: string, content: string): Head[number] {
  return { tag: 'meta', attrs: { property: name, content } };
}

function named(name: string, content: string): Head[number] {
  return { tag: 'meta', attrs: { name, content } };
}

/** Adds tags in place of those that say something about the same. */
function withTags(head: Head, tags: Head): Head {
  const subjects = new Set(tags.map(subjectOf));
  return [...head.filter((tag) => !subjects.has(subjectOf(tag) ?? '')), ...tags];
}

/** What a tag is about, where a page may say it once: `title`, `canonical`, `og:image`, `robots`. */
function subjectOf({ tag, attrs }: Head[number]): string | undefined {
  if (tag === 'title') return tag;
  if (tag === 'link') return attrs?.['rel'] === 'canonical' ? 'canonical' : undefined;
  const subject = attrs?.['property'] ?? attrs?.['name'];
  return typeof subject === 'string' ? subject : undefined;
}
