import type { APIRoute, GetStaticPaths } from 'astro';
import { twinFiles } from '../llms/twin-files.ts';
import { library } from './_library.ts';
import { markdown } from './_text.ts';

/** Every page as Markdown: `/concepts/steps.md`, `/concepts/steps/index.md`, `/concepts/steps.python.md`. */
export const getStaticPaths = (() =>
  twinFiles(library()).map(({ route, text }) => ({
    params: { twin: route.slice(1, -'.md'.length) },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => markdown(props.text);
