/** Keeps any one client from asking more than the server is for: a bucket of tokens each. */

/** How many requests a client may make. */
export interface Rate {
  /** At once, after a pause. */
  readonly burst: number;
  /** Steadily. */
  readonly perSecond: number;
}

/** Clients remembered; beyond that the one longest unheard of is forgotten. */
const MOST_CLIENTS = 10_000;

/**
 * Decides for each request whether the client may make it.
 * @param now milliseconds, for tests
 * @returns seconds to wait, 0 for go ahead
 */
export function limiter(
  { burst, perSecond }: Rate,
  now: () => number = Date.now,
): (client: string) => number {
  const clients = new Map<string, { left: number; at: number }>();
  return (client) => {
    const time = now();
    const before = clients.get(client) ?? { left: burst, at: time };
    const left = Math.min(burst, before.left + ((time - before.at) / 1000) * perSecond);
    // Set anew, so that the map's order is that of the last request.
    clients.delete(client);
    clients.set(client, { left: left >= 1 ? left - 1 : left, at: time });
    const [oldest] = clients.keys();
    if (clients.size > MOST_CLIENTS && oldest !== undefined) clients.delete(oldest);
    return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
  };
}
