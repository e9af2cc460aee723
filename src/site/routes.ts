/** The routes and the scrape's facts as the site's components read them: once per run. */
import { readManifest, readRoutes } from '../read-routes.ts';

export const routes = readRoutes();
export const { scrape } = readManifest();
