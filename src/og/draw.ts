/** Draws a card as a PNG: satori sets the text as outlines of our own font, sharp draws the outlines. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { CARD_FONTS, CARD_SIZE, drawingOf, type Card } from './card.ts';

const WEIGHTS = [400, 600] as const;

const { resolve } = createRequire(import.meta.url);

const fonts: Font[] = Object.entries(CARD_FONTS).flatMap(([script, name]) =>
  WEIGHTS.map((weight) => ({
    name,
    weight,
    data: readFileSync(resolve(`@fontsource/geist/files/geist-${script}-${weight}-normal.woff`)),
  })),
);

/** A card as SVG, with every letter as an outline: the same on machines without the font. */
export function svgOf(card: Card): Promise<string> {
  return satori(drawingOf(card) as Parameters<typeof satori>[0], { ...CARD_SIZE, fonts });
}

/**
 * A card as PNG, 1200 × 630.
 * @param cache a folder that keeps drawn cards by their content between builds
 */
export async function drawCard(card: Card, cache: string): Promise<Buffer> {
  const svg = await svgOf(card);
  const name = createHash('sha256').update(`${sharp.versions.sharp}\n${svg}`).digest('hex');
  const file = join(cache, `${name}.png`);
  if (existsSync(file)) return readFileSync(file);
  const png = await sharp(Buffer.from(svg))
    .png({ palette: true, colours: 64, effort: 4 })
    .toBuffer();
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, png);
  return png;
}
