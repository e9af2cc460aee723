/** Links of the dialect → routes, anchors and addresses that exist. */
import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { percentDecoded } from '../../model/percent-decoded.ts';
import type { Aliases } from '../aliases.ts';
import type { PageFindings } from '../findings.ts';
import { normaliseSource } from '../segment.ts';
import { attributeText, isJsx, lineOf, paragraph, text, type JsxElement } from '../tree.ts';

/** All that a link can lead to. */
export interface LinkTargets {
  /** Source (without percent-encoding, as in `anchors`) → route. */
  routes: ReadonlyMap<string, string>;
  /** Source → anchors of its page. */
  anchors: ReadonlyMap<string, ReadonlySet<string>>;
  aliases: Aliases;
  /** Routes of section landing pages. */
  landings: ReadonlySet<string>;
  /** Where upstream publishes: the last resort for a link to a page that the scrape lacks. */
  upstream: string;
}

/** Where a link leads. `problem` names what was wrong with it. */
export interface ResolvedLink {
  url: string;
  problem?: { rule: 'dead-link' | 'dead-anchor' | 'unsafe-link'; message: string };
}

const SAFE_SCHEME = /^(https?|mailto|tel):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Resolves one link as written on the page `source`. */
export function resolveLink(written: string, source: string, targets: LinkTargets): ResolvedLink {
  // Browsers ignore white space and control characters in a scheme, so they are no disguise here.
  // eslint-disable-next-line no-control-regex -- see above
  const url = written.replace(/[\u0000-\u0020]/g, '');
  if (SAFE_SCHEME.test(url)) return { url: written };
  if (url.startsWith('//')) return { url: `https:${url}` };
  if (SCHEME.test(url)) {
    return {
      url: '',
      problem: { rule: 'unsafe-link', message: `link to ${written} is shown as text` },
    };
  }
  // A name may hold blanks.
  const spaced = written
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replaceAll(' ', '%20');
  for (const path of candidates(spaced, source)) {
    const found = lookUp(path, targets, source);
    if (found) return found;
  }
  const [path = '/'] = candidates(spaced, source);
  const message = `link to ${written} leads nowhere; add it to aliases.yaml or mend it upstream`;
  return { url: `${targets.upstream}${path}`, problem: { rule: 'dead-link', message } };
}

/** The upstream paths (with anchor) a link may mean, the likeliest first; none for what is no address. */
function candidates(url: string, source: string): string[] {
  if (url.startsWith('#')) return [`${source}${url}`];
  if (url.startsWith('/')) {
    return /^\/(llm-)?docs(?=[/#?]|$)/.test(url) ? [url] : [`/docs${url}`, url];
  }
  return [source, `${source}/`].flatMap((base) => {
    const resolved = URL.parse(url, `https://upstream.invalid${base}`);
    return resolved ? [resolved.pathname + resolved.hash] : [];
  });
}

function lookUp(target: string, targets: LinkTargets, from: string): ResolvedLink | undefined {
  const [rawPath = '', anchor] = target.split('#', 2);
  const path = normaliseSource(percentDecoded(rawPath.replace(/\?.*$/, '')));
  const alias =
    (anchor === undefined ? undefined : targets.aliases.get(`${path}#${anchor}`)) ??
    (targets.routes.has(path) ? undefined : targets.aliases.get(path));
  if (alias !== undefined) return followAlias(alias, targets, from);
  const route = targets.routes.get(path);
  if (route === undefined) return undefined;
  return withAnchor(route, path, anchor, targets, from);
}

function followAlias(alias: string, targets: LinkTargets, from: string): ResolvedLink | undefined {
  if (SAFE_SCHEME.test(alias)) return { url: alias };
  const [path = '', anchor] = alias.split('#', 2);
  const route = targets.routes.get(path);
  if (route !== undefined) return withAnchor(route, path, anchor, targets, from);
  return targets.landings.has(path) || [...targets.routes.values()].includes(path)
    ? { url: alias }
    : undefined;
}

function withAnchor(
  route: string,
  source: string,
  anchor: string | undefined,
  targets: LinkTargets,
  from: string,
): ResolvedLink {
  const base = source === from && anchor !== undefined ? '' : route;
  if (anchor === undefined || anchor === '') return { url: base || route };
  const wanted = percentDecoded(anchor);
  const anchors = targets.anchors.get(source);
  const found = anchors?.has(wanted)
    ? wanted
    : anchors?.has(wanted.toLowerCase())
      ? wanted.toLowerCase()
      : undefined;
  if (found !== undefined) return { url: `${base}#${found}` };
  const message = `link to ${source}#${anchor} names an anchor that the page lacks; add it to aliases.yaml`;
  return { url: base === '' ? '#_top' : base, problem: { rule: 'dead-anchor', message } };
}

/** Resolves every link of a page; problems become findings. Returns nothing: the tree is changed. */
export function resolveLinks(
  tree: Root,
  source: string,
  targets: LinkTargets,
  findings: PageFindings,
): void {
  const resolve = (url: string, line: number): ResolvedLink => {
    const resolved = resolveLink(url, source, targets);
    if (resolved.problem)
      findings.add(resolved.problem.rule, 'warning', line, resolved.problem.message);
    return resolved;
  };
  visit(tree, (node, index, parent) => {
    if (node.type === 'link') resolveMarkdownLink(node, resolve);
    else if (node.type === 'definition') node.url = resolve(node.url, lineOf(node)).url || '#_top';
    else if (isJsx(node)) {
      const href = attributeText(node, 'href');
      if (href === undefined) return;
      const { url } = resolve(href, lineOf(node));
      if (url !== '') setAttribute(node, 'href', url);
      else if (parent && index !== undefined) parent.children[index] = asText(node, href) as never;
    }
  });
}

function resolveMarkdownLink(
  node: Link,
  resolve: (url: string, line: number) => ResolvedLink,
): void {
  const written = node.url;
  const { url } = resolve(written, lineOf(node));
  if (url !== '') node.url = url;
  else {
    // Not a link any more: what it said and where it led stay readable.
    const shown = [...node.children, text(` (${written})`)];
    Object.assign(node, { type: 'emphasis', children: shown });
  }
}

function setAttribute(node: JsxElement, name: string, value: string): void {
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name) attribute.value = value;
  }
}

function asText(node: JsxElement, href: string): JsxElement | ReturnType<typeof paragraph> {
  const words = [attributeText(node, 'title'), attributeText(node, 'description')].filter(Boolean);
  const address = { type: 'text' as const, value: [...words, `(${href})`].join(' ') };
  return node.type === 'mdxJsxTextElement'
    ? ({ type: 'emphasis', children: [...node.children, text(' '), address] } as never)
    : paragraph([address]);
}
