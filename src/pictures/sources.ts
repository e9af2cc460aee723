/** Where pictures are brought from: a folder on this machine, or a server. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pictureFile } from './folder.ts';
import type { ImageFacts } from './table.ts';

/** The bytes of a picture from `start` on, which may be less than what was asked to start at. */
export interface Part {
  readonly start: number;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Opens a picture for reading.
 * @param start how many of its bytes are here already
 * @throws Error when it is not there, or is somewhere else
 */
export type Source = (
  key: string,
  facts: ImageFacts,
  start: number,
  signal: AbortSignal,
) => Promise<Part>;

/** Pictures that lie in a folder, by their keys. */
export function fromFolder(folder: string): Source {
  return async (key, _facts, start, signal) => {
    const file = pictureFile(key, folder);
    if (!(await isFile(file))) throw new Error(`is not in ${folder}`);
    return { start, body: createReadStream(file, { start, signal }) };
  };
}

/**
 * Pictures on a server: at their keys below `base`, or where the table says that upstream has them.
 * Redirects are not followed: what a pinned address answers with comes from that address.
 */
export function fromServer(base?: URL): Source {
  const open: Source = async (key, facts, start, signal) => {
    const url = base ? new URL(encodeURI(key), base) : new URL(facts.upstream);
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      // As it is: a compressed answer has other bytes to go on from.
      headers: { 'accept-encoding': 'identity', ...(start > 0 && { range: `bytes=${start}-` }) },
    });
    const { status, body, headers } = response;
    if (body && status === 206 && startsAt(headers.get('content-range'), start)) {
      return { start, body };
    }
    if (body && status === 200) return { start: 0, body };
    await body?.cancel();
    // What is here of it is not its beginning.
    if (status === 416 && start > 0) return open(key, facts, 0, signal);
    throw new Error(`${url} answers ${status}${saysWhere(headers)}, expected the picture`);
  };
  return open;
}

/** `Content-Range: bytes 100-199/200` (RFC 9110, 14.4). */
function startsAt(range: string | null, start: number): boolean {
  return range?.startsWith(`bytes ${start}-`) === true;
}

function saysWhere(headers: Headers): string {
  const location = headers.get('location');
  return location ? ` (to ${location})` : '';
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
