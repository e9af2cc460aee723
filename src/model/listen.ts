/** Where `npm start` listens on this machine, and so where a build lives that has no `SITE_URL`. */
import { isIPv6 } from 'node:net';

/** Where a server listens; port 0 takes any free one. */
export interface Listen {
  readonly host: string;
  readonly port: number;
}

const DEFAULT: Listen = { host: '127.0.0.1', port: 4321 };

/**
 * Where to listen, from `HOST` and `PORT`.
 * @throws Error when `PORT` is no port number or `HOST` no name or IP address.
 */
export function listenFrom(env: Readonly<Record<string, string | undefined>>): Listen {
  const port = Number(env['PORT'] || DEFAULT.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT is ${JSON.stringify(env['PORT'])}, expected a number from 0 to 65535`);
  }
  const host = env['HOST'] || DEFAULT.host;
  if (!/^[\w.-]+$/.test(host) && !isIPv6(host)) {
    throw new Error(
      `HOST is ${JSON.stringify(host)}, expected a name or an IP address such as 127.0.0.1 or ::1`,
    );
  }
  return { host, port };
}

/** The origin at which a visitor on this machine reaches it: the loopback for "all interfaces", IPv6 in brackets. */
export function originOf({ host, port }: Listen): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
