/**
 * A folder of MDX, such as upstream's docs folder in its repository, as a scrape: one entry a page, in the
 * order of `meta.json`. From there on it is a scrape like any other.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where repositories of Fumadocs have their pages. */
const USUAL_PLACE = 'content/docs';

/**
 * Reads the folder.
 * @param former text of the scrape before, whose words above the first page and list below the last one
 *   are kept: a folder has none
 * @throws Error when the folder has no page or a `meta.json` that is no JSON
 */
export function scrapeOfFolder(folder: string, former: string): string {
  const root = existsSync(join(folder, USUAL_PLACE)) ? join(folder, USUAL_PLACE) : folder;
  const pages = pagesIn(root, '/docs');
  if (pages.length === 0) throw new Error(`${folder}: holds no .mdx and no .md`);
  const { head, tail } = aroundPages(former);
  const entries = pages.map(({ path, file }) => {
    const name = path.split('/').at(-1) ?? '';
    const text = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .trimEnd();
    return `-   [${name}](${path}): Documentation for ${name}.\n${text}\n\n`;
  });
  return `${head}${entries.join('')}${tail}`;
}

interface FolderPage {
  readonly path: string;
  readonly file: string;
}

/** The pages below a folder; folders in brackets group pages and are no part of their paths. */
function pagesIn(folder: string, path: string): FolderPage[] {
  const found = new Map<string, FolderPage[]>();
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const [, name = '', ending] = /^(.+?)(\.mdx?)?$/.exec(entry.name) ?? [];
    if (entry.name.startsWith('.') || entry.name.startsWith('_')) continue;
    if (entry.isDirectory()) {
      const isGroup = /^\(.*\)$/.test(entry.name);
      const below = isGroup ? path : `${path}/${entry.name}`;
      found.set(entry.name, [
        ...(found.get(entry.name) ?? []),
        ...pagesIn(join(folder, entry.name), below),
      ]);
    } else if (ending !== undefined) {
      const page = {
        path: name === 'index' ? path : `${path}/${name}`,
        file: join(folder, entry.name),
      };
      found.set(name, [page, ...(found.get(name) ?? [])]);
    }
  }
  return inOrder(folder, found).flatMap((name) => found.get(name) ?? []);
}

/** Names in the order of the folder's `meta.json`; `...` stands for the rest, without it nothing is lost. */
function inOrder(folder: string, found: ReadonlyMap<string, unknown>): string[] {
  const wanted = metaPages(folder).map((name) => name.replace(/^\.\.\.(?=.)/, ''));
  const named = [...new Set(wanted)].filter((name) => found.has(name));
  const rest = [...found.keys()].filter((name) => !named.includes(name));
  const first = rest.includes('index') ? ['index'] : [];
  const others = rest.filter((name) => name !== 'index');
  const at = wanted.findIndex((name) => /^(\.\.\.|z\.\.\.a)$/.test(name));
  const before = at < 0 ? named : named.filter((name) => wanted.indexOf(name) < at);
  const after = named.filter((name) => !before.includes(name));
  const between = wanted[at] === 'z...a' ? others.toReversed() : others;
  return [...first, ...before, ...between, ...after];
}

/** The list in `meta.json`; separators, links and what it hides are no names. */
function metaPages(folder: string): string[] {
  const file = join(folder, 'meta.json');
  if (!existsSync(file)) return [];
  try {
    const { pages } = JSON.parse(readFileSync(file, 'utf8')) as { pages?: unknown };
    return Array.isArray(pages) ? pages.filter((page) => typeof page === 'string') : [];
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

const ENTRY = /^-\s+\[.+\]\(.*\): Documentation for /m;

/** What a scrape says before its first page and after its last one. */
function aroundPages(scrape: string): { head: string; tail: string } {
  const first = ENTRY.exec(scrape)?.index ?? 0;
  const optional = scrape.lastIndexOf('\n## Optional\n');
  return {
    head: first > 0 ? scrape.slice(0, first) : '# Docs\n\n> \n\n## Documentation\n\n',
    tail: optional > first ? scrape.slice(optional + 1) : '',
  };
}
