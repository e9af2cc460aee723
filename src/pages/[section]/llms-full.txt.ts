import type { APIRoute } from 'astro';
import { sectionBundle } from '../../llms/bundles.ts';
import type { SectionRoutes } from '../../model/routes.ts';
import { library } from '../_library.ts';
import { plainText } from '../_text.ts';

/** `/<section>/llms-full.txt`: one section's pages in one file. */
export { getStaticPaths } from './llms.txt.ts';

export const GET: APIRoute<{ section: SectionRoutes }> = ({ props }) =>
  plainText(sectionBundle(library(), props.section).text);
