/** A page in the words of schema.org, for search engines: JSON-LD. */
import type { AddressSetting } from '../model/address.ts';
import { cardRouteOf } from '../og/cards.ts';
import type { Routes } from '../model/routes.ts';
import { SITE_DESCRIPTION, SITE_NAME } from '../model/site-name.ts';
import { trailOf } from '../model/trail.ts';

/** A page that has an address to be found at. */
export interface Described {
  readonly route: string;
  readonly title: string;
  readonly description: string;
  /** The page at its origin; undefined for a page of our own. */
  readonly upstream: string | undefined;
  /** The day on which its text came or changed, where that is known. */
  readonly modified?: string | undefined;
}

/** What all pages share. */
export interface SiteFacts {
  /** BCP 47. */
  readonly language: string;
  readonly address: AddressSetting;
  readonly routes: Routes;
}

/** The site with its search for the home page, else the article or list of pages and the way to it. */
export function structuredData(page: Described, site: SiteFacts): object {
  const graph = page.route === '/' ? [webSite(site)] : [work(page, site), breadcrumbs(page, site)];
  return { '@context': 'https://schema.org', '@graph': graph };
}

/** JSON as the text of a script element, which nothing in it can end. */
export function dataBlock(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function identity({ address }: SiteFacts) {
  const url = address.absolute('/');
  return { '@type': 'WebSite', '@id': `${url}#site`, url, name: SITE_NAME };
}

function webSite(site: SiteFacts) {
  return {
    ...identity(site),
    description: SITE_DESCRIPTION,
    inLanguage: site.language,
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${site.address.absolute('/search/')}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}

function work({ route, title, description, upstream, modified }: Described, site: SiteFacts) {
  const isListing = site.routes.sections.some(
    (section) => section.route === route && !section.index,
  );
  const url = site.address.absolute(route);
  return {
    '@type': isListing ? 'CollectionPage' : 'TechArticle',
    '@id': url,
    url,
    ...(isListing ? { name: title } : { headline: title }),
    description,
    inLanguage: site.language,
    image: site.address.absolute(cardRouteOf(route)),
    isPartOf: identity(site),
    ...(upstream && { isBasedOn: upstream }),
    ...(modified && { dateModified: modified }),
  };
}

/** Steps of the way at which no page stands are left out: schema.org wants an address for each. */
function breadcrumbs({ route, title }: Described, { routes, address }: SiteFacts) {
  const steps = [...trailOf(route, routes), { label: title, route }];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps
      .filter((step) => step.route !== undefined)
      .map((step, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: step.label,
        item: address.absolute(step.route ?? ''),
      })),
  };
}
