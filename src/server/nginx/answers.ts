/** Maps for what an nginx answers: where addresses have moved, and the headers of each outcome. */
import type { Address } from '../../model/address.ts';
import { linkHeader, linksOfPage, linksOfTwin } from '../../model/discovery.ts';
import { markdownRouteOf, pageOfTwin, TWIN_FORMS } from '../../model/routes.ts';
import { headersFor, privately, type HeaderRule } from '../headers.ts';
import { canonicalMoves, type Site } from '../site.ts';
import {
  literal,
  mapOf,
  pattern,
  quoted,
  ruleVariable,
  withVariables,
  type Entry,
} from './maps.ts';

export interface AnswersFrom {
  readonly site: Site;
  readonly rules: readonly HeaderRule[];
  readonly address: Pick<Address, 'href'>;
}

/** Moved addresses: `$moved_path` and, of the few that have one, `$moved_anchor`. */
export function moveMaps(site: Site, { href }: Pick<Address, 'href'>): string[] {
  const split = (to: string) => encodeURI(href(to)).split('#', 2);
  const moves = [...site.redirects];
  const entry = ([from, to]: readonly [string, string]): Entry => [
    quoted(from),
    quoted(split(to)[0] ?? ''),
  ];
  const anchors = moves.filter(([, to]) => to.includes('#'));
  return [
    mapOf('$unslashed', '$uri', [
      [pattern('^(?<without_slash>.+)/$'), '$without_slash'],
      ['default', '$uri'],
    ]),
    mapOf('$canonical_path', '$uri', [...canonicalMoves(site).map(entry), ['default', '""']]),
    mapOf('$moved_path', '$unslashed', [...moves.map(entry), ['default', '$canonical_path']]),
    mapOf('$moved_anchor', '$unslashed', [
      ...anchors.map(([from, to]): Entry => [quoted(from), quoted(`#${split(to)[1]}`)]),
      ['default', '""'],
    ]),
  ];
}

/** What depends on the page (`$page`, set where a route is asked for) and on the outcome. */
export function answerMaps({ site, rules, address }: AnswersFrom): string[] {
  const { href } = address;
  const files = [...site.files].toSorted();
  const routes = files
    .filter((file) => file.endsWith('/index.html'))
    .map((file) => file.replace(/index\.html$/, ''));
  const twinless = routes.filter((route) => !site.files.has(markdownRouteOf(route)));
  const pageless = files.filter(
    (file) => file.endsWith('.md') && !site.files.has(`${pageOfTwin(file)}index.html`),
  );
  const form = `(?:\\.(?:${TWIN_FORMS.join('|')}))?`;
  const only = (routes: readonly string[]) => `(?:${routes.map(literal).join('|')})`;
  const fresh = headersFor(rules, '/', 'text/markdown')['Cache-Control'] ?? '';
  const link = (links: ReturnType<typeof linksOfPage>) => withVariables(linkHeader(links, href));
  return [
    mapOf(
      '$page_form',
      '$page',
      [...twinless.map((route): Entry => [quoted(route), '$html_form']), ['default', '$form']],
      { volatile: true },
    ),
    mapOf(
      '$page_file',
      '"$page_form $page"',
      [
        ['"markdown /"', '/index.md'],
        [pattern('^markdown (?<twin>/.+)/$'), '"$twin.md"'],
        ['default', '"${page}index.html"'],
      ],
      { volatile: true },
    ),
    mapOf(
      '$unacceptable',
      '"$page_form $page"',
      [...routes.map((route): Entry => [quoted(`none ${route}`), '1']), ['default', '""']],
      { volatile: true },
    ),
    mapOf(
      '$sent_vary',
      '"$status $page"',
      [
        [pattern('^40[46]'), 'Accept'],
        [pattern(`^\\d+ (?:${only(twinless)})?$`), '""'],
        ['default', 'Accept'],
      ],
      { volatile: true },
    ),
    mapOf(
      '$sent_content_location',
      '"$status $page_form $page"',
      [
        [pattern('^(?:200|206|304) markdown /$'), quoted(href('/index.md'))],
        [
          pattern('^(?:200|206|304) markdown /(?<located>.+)/$'),
          withVariables(href('/$located.md')),
        ],
        ['default', '""'],
      ],
      { volatile: true },
    ),
    mapOf(
      '$sent_cache_control',
      '"$status $page_form $page"',
      [
        [pattern('^[45]'), 'no-cache'],
        [pattern('^\\d+ markdown /'), quoted(privately(fresh))],
        ['default', ruleVariable('Cache-Control')],
      ],
      { volatile: true },
    ),
    mapOf(
      '$sent_link',
      '"$status $uri"',
      [
        [pattern(`^(?:200|206|304) ${only([...pageless, '/404.html'])}$`), '""'],
        [pattern(`^(?:200|206|304) ${only(twinless)}index\\.html$`), link(linksOfPage(undefined))],
        [pattern('^(?:200|206|304) /index\\.html$'), link(linksOfPage('/index.md'))],
        [pattern('^(?:200|206|304) /(?<route>.+)/index\\.html$'), link(linksOfPage('/$route.md'))],
        [pattern(`^(?:200|206|304) /index${form}\\.md$`), link(linksOfTwin('/'))],
        [
          pattern(`^(?:200|206|304) /(?<twin_of>.+?)${form}\\.md$`),
          link(linksOfTwin('/$twin_of/')),
        ],
        ['default', '""'],
      ],
      { volatile: true },
    ),
    mapOf(
      '$sent_allow',
      '$status',
      [
        ['405', '"GET, HEAD"'],
        ['default', '""'],
      ],
      { volatile: true },
    ),
  ];
}
