/** Upstream path → section, file and route, checked so that no page can leave the output folder. */
import { slug } from 'github-slugger';
import { LANGUAGES } from '../model/languages.ts';
import type { ManifestSection } from '../model/manifest.ts';
import { labelOf } from '../model/routes.ts';
import type { Finding } from './findings.ts';
import type { Section } from './sections.ts';
import type { Entry } from './segment.ts';

/** Where a page goes. */
export interface Place {
  source: string;
  section: string;
  /** `concepts/steps.mdx`, relative to the output folder. */
  file: string;
  /** `/concepts/steps/`. */
  route: string;
  /** Position in the section's reading order, from 0. */
  order: number;
}

/** The place of every page, by source, and the sections that have pages. */
export interface Placement {
  places: Map<string, Place>;
  /** The table's sections, then those made for unknown prefixes; only sections with pages. */
  sections: ManifestSection[];
  findings: Finding[];
}

/** Names that Windows reserves for devices, whatever ending they have. */
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/;
/** First segments that the site needs for itself: its pages, folders and files. */
const SITE_ADDRESSES =
  /^(404|changes(\.xml)?|docs|llm-docs|mcp|og|pagefind|pictures|search|assistant|skill|sitemap.*\.xml|(robots|llms.*)\.txt|(pages|web-mcp)\.json|favicon\.svg)$/;
/** Names that the site gives to files of its own in any folder: pages, exports, other forms of twins. */
const SITE_FILES = new RegExp(
  `^((index|404)\\.html|llms.*\\.txt|.*\\.(mdx?|scraped|${LANGUAGES.map(({ id }) => id).join('|')}))$`,
);
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const FORBIDDEN = /[\u0000-\u001F\u007F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;
const MAX_SEGMENT = 100;

/** What is wrong with a path, or undefined. Expects a normalised source. */
export function pathProblem(source: string): string | undefined {
  if (source !== '/docs' && !source.startsWith('/docs/')) return 'path is not below /docs';
  const segments = decodeSegments(source);
  if (!segments) return 'path has a malformed percent escape';
  for (const segment of segments) {
    if (FORBIDDEN.test(segment)) return 'path has a control character';
    if (segment === '.' || segment === '..') return `path has the segment "${segment}"`;
    if (/[/\\:]/.test(segment)) return 'path has a separator or a drive inside a segment';
    if (segment.length > MAX_SEGMENT) return `path has a segment of over ${MAX_SEGMENT} characters`;
    const name = fileName(segment);
    if (name === '') return `path has the segment "${segment}", which has no letter`;
    if (DEVICE.test(name) || SITE_FILES.test(name) || /^[._]/.test(segment) || name.startsWith('_'))
      return `path has the reserved name "${segment}"`;
  }
  const names = segments.map(fileName);
  if (names.at(-1) === 'index') return `path has the reserved name "${segments.at(-1)}"`;
  if (SITE_ADDRESSES.test(names[0] ?? '')) return 'path is an address of the site itself';
  return undefined;
}

/** What a segment is called here: `v1.0`, `next.js` as upstream, `Été (new)` → `été-new`. */
const fileName = (segment: string): string =>
  segment
    .split('.')
    .map((part) => slug(part.trim()))
    .filter((part) => part !== '')
    .join('.');

function decodeSegments(source: string): string[] | undefined {
  try {
    return source
      .split('/')
      .slice(2)
      .map((segment) => decodeURIComponent(segment).normalize('NFC'));
  } catch {
    return undefined;
  }
}

/** Gives every entry its place. Bad paths and collisions are findings of severity `error`. */
export function placeEntries(entries: readonly Entry[], table: readonly Section[]): Placement {
  const findings: Finding[] = [];
  const places = new Map<string, Place>();
  const sections = new Map<string, ManifestSection>(
    table.map((section) => [section.slug, section]),
  );
  const taken = new Map<string, string>();
  const targets = entries.flatMap((entry) => {
    const problem = pathProblem(entry.source);
    if (!problem) return [{ entry, ...target(entry.source, table) }];
    findings.push(finding('bad-path', 'error', entry, `${problem}: ${JSON.stringify(entry.path)}`));
    return [];
  });
  const folders = new Set(targets.flatMap(({ path }) => ancestors(path)));
  for (const { entry, section, path, known } of targets) {
    if (!known && !sections.has(section)) {
      sections.set(section, { slug: section, label: labelOf(section), description: '' });
      const message = `no section in sections.yaml claims ${entry.source}; it goes to "${section}"`;
      findings.push(finding('unknown-prefix', 'warning', entry, message));
    }
    const isFolder = path === '' || folders.has(path) || sections.has(path);
    const file = path === '' ? 'index.mdx' : isFolder ? `${path}/index.mdx` : `${path}.mdx`;
    const route = path === '' ? '/' : `/${path}/`;
    const holder = taken.get(route);
    if (holder !== undefined) {
      const message = `path collides with ${holder}: both would be ${route}`;
      findings.push(finding('path-collision', 'error', entry, message));
      continue;
    }
    taken.set(route, entry.source);
    places.set(entry.source, { source: entry.source, section, file, route, order: 0 });
  }
  orderPlaces(places, table);
  const used = new Set([...places.values()].map((place) => place.section));
  return {
    places,
    sections: [...sections.values()]
      .filter((section) => used.has(section.slug))
      .map(({ slug, label, description }) => ({ slug, label, description })),
    findings,
  };
}

interface Target {
  section: string;
  /** Path of the route without slashes; `''` for the home page. */
  path: string;
  known: boolean;
}

function target(source: string, table: readonly Section[]): Target {
  if (source === '/docs') return { section: '', path: '', known: true };
  const segments = (decodeSegments(source) ?? []).map(fileName);
  for (const section of table) {
    const page = section.pages[source];
    if (page !== undefined)
      return { section: section.slug, path: `${section.slug}/${page}`, known: true };
  }
  const [best] = table
    .flatMap((section) => section.from.map((prefix) => ({ section, prefix })))
    .filter(({ prefix }) => source === prefix || source.startsWith(`${prefix}/`))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  if (!best) return { section: segments[0] ?? '', path: segments.join('/'), known: false };
  const rest = segments.slice(best.prefix.split('/').length - 2);
  return { section: best.section.slug, path: [best.section.slug, ...rest].join('/'), known: true };
}

function ancestors(path: string): string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_, i) => segments.slice(0, i + 1).join('/'));
}

/** Sources named in the table's order come first, in that order; the rest follow as in the dump. */
function orderPlaces(places: ReadonlyMap<string, Place>, table: readonly Section[]): void {
  const named = new Map(table.flatMap((section) => section.order).map((source, i) => [source, i]));
  const bySection = Map.groupBy(places.values(), (place) => place.section);
  for (const members of bySection.values()) {
    const rank = (place: Place): number => named.get(place.source) ?? Number.MAX_SAFE_INTEGER;
    [...members].sort((a, b) => rank(a) - rank(b)).forEach((place, i) => (place.order = i));
  }
}

const finding = (
  rule: string,
  severity: Finding['severity'],
  entry: Entry,
  message: string,
): Finding => ({ rule, severity, page: entry.source, line: entry.lines[0], message });
