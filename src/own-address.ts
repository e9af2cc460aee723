/** The site's own address in pages written by hand: they say `%SITE_URL%/mcp`, readers see where it is. */
import type { Address } from './address.ts';

const PLACEHOLDER = '%SITE_URL%';

/** A text with the full address, without a slash at its end: `https://docs.example/motia`. */
export function withOwnAddress(text: string, { absolute }: Pick<Address, 'absolute'>): string {
  return text.replaceAll(PLACEHOLDER, absolute('/').replace(/\/$/, ''));
}
