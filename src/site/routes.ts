/** The routes and the scrape's facts as the site's components read them: once per run. */
import { readManifest, readRoutes } from '../content/read-routes.ts';
import { readKept } from '../content/read-kept.ts';
import { readMoved } from '../content/read-moved.ts';
import { formerPlaces } from '../model/moved.ts';
import { liveRoutes } from '../model/routes.ts';
import { readStatuses } from './statuses.ts';

/** All pages of the site. */
export const routes = readRoutes();
/** The facts of the scrape. */
export const { scrape } = readManifest();

/** What pages say of themselves, by route: that their subject was removed or is deprecated. */
export const statuses = readStatuses(routes);

/** What pages say of addresses that once were theirs, by route. */
export const former = formerPlaces(readMoved(), liveRoutes(routes));

/** Pages whose text is of an older scrape, by source: the newest one has them in a form that can't be read. */
export const kept = new Map(readKept().map((page) => [page.source, page]));
