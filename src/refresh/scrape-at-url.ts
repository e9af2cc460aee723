/** A scrape from the web: followed through redirects, held to a time and a size, not loaded twice. */

/** What a server said of a scrape, to ask it next time whether that still holds. */
export interface Fetched {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Of the scrape, hex. */
  readonly sha256: string;
}

/** What came of asking. */
export type Answer =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'scrape';
      readonly bytes: Uint8Array;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

/** The bounds of a load. */
export interface Bounds {
  readonly seconds: number;
  readonly bytes: number;
}

const USUAL: Bounds = { seconds: 60, bytes: 50_000_000 };

/**
 * Loads a scrape.
 * @param known what the same address said of the scrape that is here; undefined to load it anyhow
 * @param progress is told the bytes that came so far, and how many there will be where that is known
 * @throws Error in one line when there is no scrape, it takes too long or it is too large
 */
export async function fetchScrape(
  url: string,
  known: Fetched | undefined,
  progress: (bytes: number, of: number | undefined) => void,
  bounds: Bounds = USUAL,
): Promise<Answer> {
  const signal = AbortSignal.timeout(bounds.seconds * 1000);
  try {
    const response = await fetch(url, { headers: conditions(known), signal });
    if (response.status === 304) return { kind: 'unchanged' };
    if (!response.ok) throw new Error(`${url}: the server answers ${response.status}`);
    const [etag, lastModified] = ['etag', 'last-modified'].map((name) =>
      response.headers.get(name),
    );
    return {
      kind: 'scrape',
      bytes: await readAll(url, response, progress, bounds),
      etag: etag ?? null,
      lastModified: lastModified ?? null,
    };
  } catch (error) {
    if (signal.aborted) {
      throw new Error(
        `${url}: not loaded within ${bounds.seconds} s; try again, or load it by hand`,
        {
          cause: error,
        },
      );
    }
    const { message, cause } = error as Error;
    if (message !== 'fetch failed') throw error;
    throw new Error(
      `${url}: can't be reached: ${(cause as Error | undefined)?.message ?? message}`,
      {
        cause: error,
      },
    );
  }
}

function conditions(known: Fetched | undefined): Record<string, string> {
  if (known?.etag) return { 'If-None-Match': known.etag };
  return known?.lastModified ? { 'If-Modified-Since': known.lastModified } : {};
}

async function readAll(
  url: string,
  { body, headers }: Response,
  progress: (bytes: number, of: number | undefined) => void,
  { bytes: most }: Bounds,
): Promise<Uint8Array> {
  const length = Number(headers.get('content-length')) || undefined;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new Error(`${url}: larger than ${most / 1_000_000} MB, no scrape is`);
    chunks.push(chunk);
    progress(bytes, length);
  }
  return Buffer.concat(chunks);
}
