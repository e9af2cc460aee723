/** Compressed copies beside the files of a built site, so that no request waits for a compressor. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentType } from 'mime-types';
import type { Encoding } from './negotiate.ts';
import { COMPRESSED, isHostFile } from './site.ts';

/** Below it there is nothing to gain. */
const LEAST_BYTES = 256;

/**
 * Brotli's best quality (11) makes files 2 to 3 % smaller than 10, and takes up to three times as long:
 * it is for what browsers load.
 */
const brotliQuality = (path: string) => (/\.(html|css|js|json)$/.test(path) ? 11 : 10);

/** As many as Node's own pool has threads for compression. */
const AT_ONCE = 4;

const COMPRESSORS: Readonly<Record<Encoding, (bytes: Buffer, path: string) => Promise<Buffer>>> = {
  br: (bytes, path) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality(path),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** What one file weighs, in bytes: as it is, and each copy that was worth writing. */
export type Weights = { readonly plain: number } & Readonly<Partial<Record<Encoding, number>>>;

/** Is this file sent, and text that compression makes smaller? Images and Pagefind's index are packed already. */
export function isCompressible(file: string): boolean {
  const type = contentType(file.slice(file.lastIndexOf('/') + 1)) || '';
  return /^text\/|\b(json|javascript|xml)\b/.test(type) && !isHostFile(file);
}

/**
 * Writes `.br` and `.gz` beside every compressible file that they make smaller.
 * @param files paths below `folder`, with a leading slash
 * @param onFile is told of each finished file
 */
export async function precompress(
  folder: string,
  files: Iterable<string>,
  onFile: (file: string, weights: Weights) => void = () => {},
): Promise<void> {
  const queue = [...files].filter(isCompressible).values();
  const worker = async () => {
    for (const file of queue) onFile(file, await compressOne(join(folder, file)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function compressOne(path: string): Promise<Weights> {
  const bytes = await readFile(path);
  const weights: { plain: number } & Partial<Record<Encoding, number>> = { plain: bytes.length };
  if (bytes.length < LEAST_BYTES) return weights;
  for (const encoding of Object.keys(COMPRESSED) as Encoding[]) {
    const packed = await COMPRESSORS[encoding](bytes, path);
    if (packed.length >= bytes.length) continue;
    await writeFile(path + COMPRESSED[encoding], packed);
    weights[encoding] = packed.length;
  }
  return weights;
}
