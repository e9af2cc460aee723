import type { APIRoute, GetStaticPaths } from 'astro';
import { bundlesOf, type Bundle } from '../llms/bundles.ts';
import { library } from './_library.ts';
import { plainText } from './_text.ts';

/** `/llms-full.txt`, `/llms-full-<language>.txt`, `/llms-small.txt`. */
export const getStaticPaths = (() =>
  bundlesOf(library()).map((bundle) => ({
    params: { bundle: bundle.route.slice(1, -'.txt'.length) },
    props: { bundle },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ bundle: Bundle }> = ({ props }) => plainText(props.bundle.text);
