import type { APIRoute } from 'astro';
import { address } from '../address.ts';
import { plainText } from './_text.ts';

/** `/robots.txt` (RFC 9309): everything may be read, by people's crawlers and by AI's. */
export const GET: APIRoute = () =>
  plainText(
    [
      'User-agent: *',
      'Allow: /',
      '',
      `Sitemap: ${address.absolute('/sitemap-index.xml')}`,
      '',
    ].join('\n'),
  );
