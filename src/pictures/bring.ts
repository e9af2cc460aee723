/** Brings one picture into the local folder, whole and proved by its sha256, or says why not. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pictureFile } from './folder.ts';
import type { Source } from './sources.ts';
import type { ImageFacts } from './table.ts';

/** What came of one picture: it was here, it is now, nobody knows its sha256, or why it is not here. */
export type Outcome =
  | { readonly kind: 'kept' | 'brought' | 'unknown' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Where pictures come from, where they go, and how long one may take. */
export interface Journey {
  readonly source: Source;
  readonly folder: string;
  readonly milliseconds: number;
}

/**
 * Brings a picture. What is here and right is kept; what was cut off is gone on with (`<file>.part`);
 * more bytes than the table says are never read.
 */
export async function bringPicture(
  key: string,
  facts: ImageFacts,
  journey: Journey,
): Promise<Outcome> {
  const signal = AbortSignal.timeout(journey.milliseconds);
  try {
    const file = pictureFile(key, journey.folder);
    const { bytes, sha256 } = facts;
    if (bytes === null || sha256 === null) return { kind: 'unknown' };
    if ((await sizeOf(file)) === bytes && (await sha256Of(file)) === sha256)
      return { kind: 'kept' };
    const part = `${file}.part`;
    await mkdir(dirname(file), { recursive: true });
    await readInto(part, key, facts, bytes, { source: journey.source, signal });
    await prove(part, sha256);
    await rename(part, file);
    return { kind: 'brought' };
  } catch (error) {
    const reason = signal.aborted
      ? `took longer than ${journey.milliseconds / 1000} s: run this again to go on`
      : reasonOf(error as Error);
    return { kind: 'failed', reason };
  }
}

/** Completes a file that may hold the beginning already. */
async function readInto(
  part: string,
  key: string,
  facts: ImageFacts,
  bytes: number,
  { source, signal }: { source: Source; signal: AbortSignal },
): Promise<void> {
  const here = (await sizeOf(part)) ?? 0;
  if (here === bytes) return;
  const { start, body } = await source(key, facts, here < bytes ? here : 0, signal);
  const file = createWriteStream(part, { flags: start === 0 ? 'w' : 'a' });
  // One byte more than there should be tells that there are too many.
  await pipeline(atMost(body, bytes - start + 1), file, { signal });
  const size = (await sizeOf(part)) ?? 0;
  if (size < bytes)
    throw new Error(`ended after ${size} of ${bytes} bytes: run this again to go on`);
  if (size === bytes) return;
  await rm(part);
  throw new Error(`is larger than ${bytes} bytes`);
}

async function* atMost(body: AsyncIterable<Uint8Array>, most: number) {
  let left = most;
  for await (const chunk of body) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

async function prove(part: string, expected: string): Promise<void> {
  const sha256 = await sha256Of(part);
  if (sha256 === expected) return;
  await rm(part);
  throw new Error(`sha256 is ${sha256}, expected ${expected}`);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    () => undefined,
  );
}

/** Node's fetch says what happened in the cause. */
function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
