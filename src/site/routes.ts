/** The routes and the scrape's facts as the site's components read them: once per run. */
import { readManifest, readRoutes } from '../read-routes.ts';
import { readStatuses } from './statuses.ts';

export const routes = readRoutes();
export const { scrape } = readManifest();

/** What pages say of themselves, by route: that their subject was removed or is deprecated. */
export const statuses = readStatuses(routes);
