/**
 * How a page says where its other form and the index of all pages are: the same links stand in the
 * HTML's head and in `Link:` response headers (RFC 8288), and in words at the top of its body.
 */

/** One link of a page; `href` is a route below the base. */
export interface PageLink {
  readonly rel: 'alternate' | 'canonical' | 'describedby';
  readonly type: 'text/html' | 'text/markdown' | 'text/plain';
  readonly href: string;
}

const INDEX: PageLink = { rel: 'describedby', type: 'text/plain', href: '/llms.txt' };

/** The links of an HTML page: its Markdown twin (`/concepts/steps.md`), where it has one, and the index. */
export function linksOfPage(twin: string | undefined): PageLink[] {
  return twin === undefined
    ? [INDEX]
    : [{ rel: 'alternate', type: 'text/markdown', href: twin }, INDEX];
}

/** The links of a twin: its HTML page (`/concepts/steps/`) and the index. */
export function linksOfTwin(page: string): PageLink[] {
  return [{ rel: 'canonical', type: 'text/html', href: page }, INDEX];
}

/** Links as the value of a `Link` header; `href` writes a route as the path that clients ask for. */
export function linkHeader(links: readonly PageLink[], href: (route: string) => string): string {
  return links
    .map(({ rel, type, href: route }) => `<${href(route)}>; rel="${rel}"; type="${type}"`)
    .join(', ');
}
