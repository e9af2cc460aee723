/** The committed scrape, cut for tests: real lines by their number. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Root } from 'mdast';
import { readAliases } from '../../../src/split/aliases.ts';
import { decodeDump } from '../../../src/split/decode.ts';
import { PageFindings } from '../../../src/split/findings.ts';
import type { SplitTables } from '../../../src/split/index.ts';
import { parseDialect } from '../../../src/split/parse.ts';
import { readSections } from '../../../src/split/sections.ts';
import { serializeBody } from '../../../src/split/serialize.ts';
import { rewrite } from '../../../src/split/transforms/index.ts';
import { unravel } from '../../../src/split/transforms/unravel.ts';

export const ROOT = resolve(import.meta.dirname, '../../..');
const source = (name: string): string => resolve(ROOT, 'content/_source', name);

export const SCRAPE_FILE = source('motia-docs.txt');
export const SCRAPE_BYTES: Uint8Array = readFileSync(SCRAPE_FILE);
export const SCRAPE = decodeDump(SCRAPE_BYTES);
const LINES = SCRAPE.text.split('\n');

/** Lines `from` to `to` of the scrape, both from 1 and inclusive. */
export const excerpt = (from: number, to: number): string => LINES.slice(from - 1, to).join('\n');

export const TABLES: SplitTables = {
  sections: readSections(readFileSync(source('sections.yaml'), 'utf8')),
  aliases: readAliases(readFileSync(source('aliases.yaml'), 'utf8')),
  pictures: new Set(Object.keys(JSON.parse(readFileSync(source('images.json'), 'utf8')) as object)),
};

/** Rewrites an excerpt of the dialect and gives back the tree, its Markdown and the findings. */
export function rewritten(dialect: string): { tree: Root; markdown: string; findings: string[] } {
  const findings = new PageFindings('page', 0);
  const page = { source: '/docs/page', title: 'Page', findings };
  const tree = rewrite(unravel(parseDialect(dialect)), page);
  return { tree, markdown: serializeBody(tree), findings: findings.all.map(({ rule }) => rule) };
}

/** A dump of given pages, in the form of the scrape: `[path, lines after the entry line]`. */
export const dumpOf = (...pages: [path: string, ...lines: string[]][]): Uint8Array =>
  new TextEncoder().encode(
    [
      '# Motia',
      '',
      '> Summary.',
      '',
      '## Documentation',
      ...pages.flatMap(([path, ...lines]) => [
        `-   [name](${path}): Documentation for name.`,
        ...lines,
        '',
        '',
      ]),
    ].join('\n'),
  );

/** The frontmatter of a page that only needs a title. */
export const titled = (title: string): string[] => ['---', `title: ${title}`, '---', ''];
