/** The preview card of every page, from the routes. */
import type { Routes } from '../model/routes.ts';
import { trailOf } from '../model/trail.ts';
import type { Card } from './card.ts';

/** A card and the route of the page that it is for. */
export interface PageCard {
  readonly route: string;
  readonly card: Card;
}

/** Where a page's card stands: `/concepts/steps/` → `/og/concepts/steps.png`, `/` → `/og/index.png`. */
export function cardRouteOf(route: string): string {
  return `/og${route === '/' ? '/index' : route.slice(0, -1)}.png`;
}

/** One card for each page and each landing page that is generated. */
export function cardsOf(routes: Routes): PageCard[] {
  const pages = routes.pages.map(({ route, title, description }) => ({
    route,
    title,
    description,
  }));
  const landings = routes.sections
    .filter(({ index }) => !index)
    .map(({ route, label, description }) => ({ route, title: label, description }));
  return [...pages, ...landings].map(({ route, title, description }) => ({
    route,
    card: { place: placeOf(route, routes), title, description: description ?? '' },
  }));
}

function placeOf(route: string, routes: Routes): string {
  const [, ...crumbs] = trailOf(route, routes);
  return crumbs.map(({ label }) => label).join(' / ');
}
