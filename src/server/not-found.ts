/** The Markdown that stands in for a page that is not there. */
import type { Address } from '../model/address.ts';
import { nearest, type Named } from '../model/nearest.ts';
import { markdownRouteOf } from '../model/routes.ts';

/**
 * Says that nothing is at `path`, then lists the twins of the nearest pages and the index.
 * The path is the client's own text, so it stands percent-encoded in code and cannot be read as Markdown.
 */
export function missingAsMarkdown(
  path: string,
  { pages, address }: { pages: readonly Named[]; address: Pick<Address, 'absolute'> },
): string {
  const near = nearest(path, pages).map(
    ({ route, title }) => `- [${title}](${address.absolute(markdownRouteOf(route))})`,
  );
  return (
    [
      '# Page not found',
      `Nothing is at \`${encodeURI(path).replaceAll('`', '%60')}\`.`,
      ...(near.length > 0 ? ['The nearest pages:', near.join('\n')] : []),
      `All pages: [llms.txt](${address.absolute('/llms.txt')})`,
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}
