import type { APIRoute } from 'astro';
import { address } from '../settings.ts';
import { plainText } from './_text.ts';

/**
 * `/robots.txt` (RFC 9309): everything may be read, by people's crawlers and by AI's. A build without
 * a configured address says so in every page (`noindex`), which nobody would see who may not read it.
 */
export const GET: APIRoute = () =>
  plainText(
    [
      ...(address.configured ? [] : ['# Built without SITE_URL: every page says noindex.']),
      'User-agent: *',
      'Allow: /',
      '',
      `Sitemap: ${address.absolute('/sitemap-index.xml')}`,
      '',
    ].join('\n'),
  );
