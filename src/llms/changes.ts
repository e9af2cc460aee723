/** `/changes.md` and `/changes.xml`: what each refresh changed. */
import type { Address } from '../model/address.ts';
import { CHANGES, type ChangeEntry } from '../model/changelog.ts';
import { SITE_NAME } from '../model/site-name.ts';

type Absolute = Pick<Address, 'absolute'>;

/** All refreshes as Markdown with full addresses, the newest first. */
export function changesAsMarkdown(entries: readonly ChangeEntry[], address: Absolute): string {
  const blocks = entries.map(({ date, body }) => `## ${date}\n\n${withAddresses(body, address)}`);
  return `${['# What changed in the docs', ...blocks].join('\n\n')}\n`;
}

/** The same as an Atom feed (RFC 4287); an entry of it is Markdown too, as plain text. */
export function changesAsFeed(entries: readonly ChangeEntry[], address: Absolute): string {
  const page = address.absolute(CHANGES.page);
  const items = entries.map(({ date, body }) => {
    const id = `${page}#${date}`;
    return [
      '  <entry>',
      `    <id>${id}</id>`,
      `    <title>${SITE_NAME}: ${date}</title>`,
      `    <updated>${date}T00:00:00Z</updated>`,
      `    <link href="${id}"/>`,
      `    <content type="text">${escaped(withAddresses(body, address))}</content>`,
      '  </entry>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${page}</id>`,
    `  <title>${SITE_NAME}: what changed</title>`,
    `  <updated>${entries[0]?.date ?? '1970-01-01'}T00:00:00Z</updated>`,
    `  <author><name>${SITE_NAME}</name></author>`,
    `  <link href="${page}"/>`,
    `  <link rel="self" href="${address.absolute(CHANGES.feed)}"/>`,
    ...items,
    '</feed>',
    '',
  ].join('\n');
}

function withAddresses(markdown: string, { absolute }: Absolute): string {
  return markdown.replace(/\]\((\/[^)\s]*)\)/g, (_, route: string) => `](${absolute(route)})`);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
