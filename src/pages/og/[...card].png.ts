import type { APIRoute, GetStaticPaths } from 'astro';
import { cardRouteOf, cardsOf, type PageCard } from '../../og/cards.ts';
import { drawCard } from '../../og/draw.ts';
import { routes } from '../../site/routes.ts';

export const getStaticPaths = (() =>
  cardsOf(routes).map((page) => ({
    params: { card: cardRouteOf(page.route).slice('/og/'.length, -'.png'.length) },
    props: { ...page },
  }))) satisfies GetStaticPaths;

/** `/og/<route>.png`: the picture that a shared link to the page is shown with. */
export const GET: APIRoute<PageCard> = async ({ props: { card } }) =>
  new Response(new Uint8Array(await drawCard(card, '.cache/og')), {
    headers: { 'Content-Type': 'image/png' },
  });
