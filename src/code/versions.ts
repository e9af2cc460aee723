/** The published versions of Motia that the docs' code is held against: the one table of them. */

/** One version. A new one is one line here and one devDependency of the same alias. */
export interface MotiaVersion {
  /** As npm names it: `1.0.0-rc.26`. */
  readonly version: string;
  /** The devDependency, an alias of `npm:motia@…`. */
  readonly alias: string;
  /** `nearest` to the text of the scrape of those that npm has, or the `newest` of all. */
  readonly role: 'nearest' | 'newest';
}

/** In the order in which reports list them. */
export const VERSIONS: readonly MotiaVersion[] = [
  { version: '1.0.0-rc.26', alias: 'motia-1.0.0-rc.26', role: 'nearest' },
  { version: '1.0.4-rc.1', alias: 'motia-1.0.4-rc.1', role: 'newest' },
];
