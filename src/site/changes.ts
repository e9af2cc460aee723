/** What the refreshes changed, as the site's components read it: once a run. */
import { readChangelog } from '../content/read-changelog.ts';
import { changesByRoute } from '../model/changelog.ts';

/** All refreshes, the newest first. */
export const changelog = readChangelog();

/** What is known of each page, by its route. */
export const changes = changesByRoute(changelog);

/** The same of the newest refresh only: what it brought is marked. */
export const newest = changesByRoute(changelog.slice(0, 1));
