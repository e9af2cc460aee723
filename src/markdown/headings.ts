/** What a heading says, and where it is found on the page. */
import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** A heading's words without markup: `` `motia` CLI `` → `motia CLI`. */
export function textOf(heading: Heading): string {
  return toString(heading, { includeImageAlt: false }).trim();
}

/** The id that `parsePage` gave it. */
export function anchorOf(heading: Heading): string {
  const id = heading.data?.hProperties?.['id'];
  return typeof id === 'string' ? id : '';
}
