/** Pictures that the tests draw themselves, as a table of pictures describes them. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { ImageFacts } from '../../../src/pictures/table.ts';

export interface Drawn {
  readonly bytes: Buffer;
  readonly facts: ImageFacts;
}

/** Noise, which no format makes small: the same for the same size. */
export async function draw(width: number, height: number, upstream: string): Promise<Drawn> {
  const pixels = Buffer.alloc(width * height * 3);
  let state = width;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    pixels[at] = state >> 16;
  }
  const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, facts: { upstream, bytes: bytes.length, sha256, width, height } };
}
