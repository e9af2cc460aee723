/** The Markdown twin of the page that is being rendered. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { markdownRouteOf } from '../model/routes.ts';
import { routes } from './routes.ts';

/** Its route (`/concepts/steps.md`), also for landing pages; undefined for 404 and `/search/`. */
export function twinOf({
  id,
  entry,
}: Pick<StarlightRouteData, 'id' | 'entry'>): string | undefined {
  const page = routes.pages.find(({ file }) => `content/${file}` === entry.filePath);
  const landing = routes.sections.find(({ route }) => route === `/${id}/`);
  return page?.markdownRoute ?? (landing && markdownRouteOf(landing.route));
}
