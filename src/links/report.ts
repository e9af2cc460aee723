/** How a link finding reads on a terminal. */
import type { LinkFinding } from './check.ts';

/** One line: `guides/streams/index.html:120: /guides/steams/ leads nowhere`. */
export function describe({ page, line, link, error }: LinkFinding): string {
  const place = line > 0 ? `${page.replace(/^\//, '')}:${line}` : page;
  return `${place}: ${link} ${error}`;
}
