import type { APIRoute, GetStaticPaths } from 'astro';
import { sectionLlmsTxt } from '../../llms/llms-txt.ts';
import type { SectionRoutes } from '../../model/routes.ts';
import { library } from '../_library.ts';
import { plainText } from '../_text.ts';

/** `/<section>/llms.txt`: the index of one section. */
export const getStaticPaths = (() =>
  library().routes.sections.map((section) => ({
    params: { section: section.slug },
    props: { section },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ section: SectionRoutes }> = ({ props }) =>
  plainText(sectionLlmsTxt(library(), props.section));
