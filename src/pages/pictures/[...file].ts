import type { APIRoute, GetStaticPaths } from 'astro';
import { encode, localKeys } from '../../pictures/local.ts';
import { readImageTable } from '../../pictures/table.ts';
import { variantsOf, type Variant } from '../../pictures/variants.ts';

const table = readImageTable();

export const getStaticPaths = (() => {
  const here = localKeys(table);
  return Object.entries(table)
    .filter(([key]) => here.has(key))
    .flatMap(([key, facts]) => variantsOf(key, facts))
    .map((variant) => ({
      params: { file: variant.route.slice('/pictures/'.length) },
      props: { ...variant },
    }));
}) satisfies GetStaticPaths;

/** `/pictures/img/flow.2ed4dab5-1280.avif`: a picture that is here, in one width and format. */
export const GET: APIRoute<Variant> = async ({ props }) =>
  new Response(new Uint8Array(await encode(props, '.cache/pictures')), {
    headers: { 'Content-Type': `image/${props.format}` },
  });
