/** Keeps any one client from asking more than the server is for: a bucket of tokens each. */

/** How many calls a client may make. */
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
 * @returns seconds to wait for the calls in the request (one, unless told), 0 for go ahead; more calls
 *   than a burst wait for a full bucket
 */
export function limiter(
  { burst, perSecond }: Rate,
  now: () => number = Date.now,
): (client: string, calls?: number) => number {
  const clients = new Map<string, { left: number; at: number }>();
  return (client, calls = 1) => {
    const time = now();
    const wanted = Math.min(calls, burst);
    const before = clients.get(client) ?? { left: burst, at: time };
    const left = Math.min(burst, before.left + ((time - before.at) / 1000) * perSecond);
    const short = Math.max(0, wanted - left);
    // Set anew, so that the map's order is that of the last request.
    clients.delete(client);
    clients.set(client, { left: short > 0 ? left : left - wanted, at: time });
    const [oldest] = clients.keys();
    if (clients.size > MOST_CLIENTS && oldest !== undefined) clients.delete(oldest);
    return Math.ceil(short / perSecond);
  };
}
