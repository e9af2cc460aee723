/** The sizes and formats in which the site serves a picture that is here, as addresses and `srcset`s. */
import { isAnimation, type ImageFacts, type ImageTable } from './table.ts';

/** One file that the site serves: a picture in one width and format, or an animation as it is. */
export interface Variant {
  readonly key: string;
  /** Below the base, named by the picture's content: `/pictures/img/flow.2ed4dab5-1280.avif`. */
  readonly route: string;
  readonly format: 'avif' | 'webp' | 'gif';
  /** Pixels. */
  readonly width: number;
}

/** What a page says about a picture that the site serves itself; all addresses are routes. */
export interface ServedPicture {
  /** From the best format on, for `<source>`. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** For browsers that know none of them, and for those that know no `srcset`. */
  readonly fallback: string;
  /** The largest, to look at closely; an animation itself. */
  readonly full: string;
}

/**
 * Widths in pixels for text columns of 360 to 750 CSS pixels on screens of one to two and a half
 * device pixels. AVIF has the largest too; encoding it in WebP as well would help nobody.
 */
const WIDTHS = { avif: [640, 1280, 1920], webp: [640, 1280] } as const;

/** Every file to make for a picture, whose size must be known; for an animation also its first frame. */
export function variantsOf(key: string, facts: ImageFacts): Variant[] {
  const { sha256, width } = facts;
  if (sha256 === null || width === null) return [];
  const stem = `/pictures/${key.replace(/\.\w+$/, '')}.${sha256.slice(0, 8)}`;
  const stills = (['avif', 'webp'] as const).flatMap((format) =>
    widthsUpTo(width, WIDTHS[format]).map((width) => ({
      key,
      route: `${stem}-${width}.${format}`,
      format,
      width,
    })),
  );
  return isAnimation(key)
    ? [...stills, { key, route: `${stem}.gif`, format: 'gif', width }]
    : stills;
}

/** How a page shows a picture that is here; undefined for one that is not. */
export function servedPicture(
  key: string,
  table: ImageTable,
  here: ReadonlySet<string>,
): ServedPicture | undefined {
  const facts = here.has(key) ? table[key] : undefined;
  const variants = facts ? variantsOf(key, facts) : [];
  const inFormat = (wanted: Variant['format']) =>
    variants.filter(({ format }) => format === wanted);
  const [avif, webp, gif] = [inFormat('avif'), inFormat('webp'), inFormat('gif')];
  const [fallback, full] = [webp.at(-1), gif[0] ?? avif.at(-1)];
  if (!fallback || !full) return undefined;
  return {
    sources: [
      { type: 'image/avif', srcset: srcsetOf(avif) },
      { type: 'image/webp', srcset: srcsetOf(webp) },
    ],
    fallback: fallback.route,
    full: full.route,
  };
}

/** No picture is made larger than it is: the last width is its own where it has not the next one. */
function widthsUpTo(own: number, widths: readonly number[]): number[] {
  const next = widths.find((width) => width >= own);
  return [...widths.filter((width) => width < own), ...(next === undefined ? [] : [own])];
}

function srcsetOf(variants: readonly Variant[]): string {
  return variants.map(({ route, width }) => `${route} ${width}w`).join(', ');
}
