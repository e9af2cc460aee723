/** Where the site lives: its origin and base path, and how a route is written below them. */
import { listenFrom, originOf as localOrigin } from './listen.ts';

/** The site's own address, and the two ways to write one of its routes. */
export interface Address {
  /** Origin without a slash at the end: `https://docs.example`. */
  readonly site: string;
  /** Base path with slashes at both ends: `/` or `/motia/`. */
  readonly base: string;
  /**
   * The path of a root-relative address below the base: `/concepts/steps/#x` → `/motia/concepts/steps/#x`.
   * Anything else (`https://…`, `mailto:…`, `#x`, `//host/…`) comes back as it is.
   */
  href(route: string): string;
  /** The full address of a root-relative one: `https://docs.example/motia/concepts/steps/#x`. */
  absolute(route: string): string;
}

/** The address that the settings of a run ask for. */
export interface AddressSetting extends Address {
  /** False while `SITE_URL` is not set, so that nobody indexes a build for this machine. */
  readonly configured: boolean;
}

/** The address of a site at an origin, below a base path. */
export function addressAt(site: string, base: string): Address {
  const href = (route: string) => (isRootRelative(route) ? base + route.slice(1) : route);
  return {
    site,
    base,
    href,
    absolute: (route) => (isRootRelative(route) ? site + href(route) : route),
  };
}

/**
 * Reads the two settings; without `SITE_URL` the site lives where `npm start` serves it.
 * @throws Error when `SITE_URL` is not an http(s) origin, `BASE_PATH` not a plain path, or as `listenFrom`.
 */
export function addressOf(env: Readonly<Record<string, string | undefined>>): AddressSetting {
  const site = originOf(env['SITE_URL'] || localOrigin(listenFrom(env)));
  const base = baseOf(env['BASE_PATH'] || '/');
  return { ...addressAt(site, base), configured: Boolean(env['SITE_URL']) };
}

/** Does this link name a place on our own site, from its root? `//host/x` does not. */
export function isRootRelative(link: string): boolean {
  return /^\/(?![/\\])/.test(link);
}

function originOf(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error(
      `SITE_URL is ${JSON.stringify(value)}, expected an origin such as https://docs.example (a path goes into BASE_PATH)`,
    );
  }
  return url.origin;
}

function baseOf(value: string): string {
  const segments = value.split('/').filter(Boolean);
  if (segments.some((segment) => !/^[\w.~-]+$/.test(segment) || /^\.+$/.test(segment))) {
    throw new Error(`BASE_PATH is ${JSON.stringify(value)}, expected a path such as /motia/`);
  }
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}

/** How pages written by hand say the site's own address: `%SITE_URL%/mcp`. */
const PLACEHOLDER = '%SITE_URL%';

/** A text with the full address, without a slash at its end: `https://docs.example/motia`. */
export function withOwnAddress(text: string, { absolute }: Pick<Address, 'absolute'>): string {
  return text.replaceAll(PLACEHOLDER, absolute('/').replace(/\/$/, ''));
}
