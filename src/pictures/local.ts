/** The edge of the local pictures: which are here, and the bytes in which they are served. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { pictureFile, PICTURE_FOLDER } from './folder.ts';
import type { ImageTable } from './table.ts';
import type { Variant } from './variants.ts';

/** Effort 2 of 9: above it AVIF takes minutes for a tenth less. */
const ENCODE = {
  avif: { quality: 55, effort: 2 },
  webp: { quality: 80 },
} as const;

/** The keys of pictures that `npm run images` has brought, which are those with the table's size. */
export function localKeys(table: ImageTable, folder = PICTURE_FOLDER): Set<string> {
  const isHere = ([key, { bytes, sha256 }]: [string, ImageTable[string]]) => {
    const file = sha256 !== null && pictureFile(key, folder);
    return file && existsSync(file) && statSync(file).size === bytes;
  };
  return new Set(
    Object.entries(table)
      .filter(isHere)
      .map(([key]) => key),
  );
}

/**
 * The bytes of a variant.
 * @param cache a folder that keeps encoded pictures between builds
 */
export async function encode(
  { key, route, format, width }: Variant,
  cache: string,
  folder = PICTURE_FOLDER,
): Promise<Buffer> {
  const original = pictureFile(key, folder);
  if (format === 'gif') return readFileSync(original);
  const settings = JSON.stringify([ENCODE[format], sharp.versions]);
  const kept = join(cache, createHash('sha256').update(settings).digest('hex').slice(0, 8), route);
  if (existsSync(kept)) return readFileSync(kept);
  const encoded = await sharp(original)
    .resize({ width })
    .toFormat(format, ENCODE[format])
    .toBuffer();
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, encoded);
  return encoded;
}
