/** The edge of `routes.ts`: reads the content folder. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { addressOf, type Address } from '../model/address.ts';
import { cutFrontmatter } from '../model/frontmatter.ts';
import { LANGUAGES } from '../model/languages.ts';
import type { Manifest } from '../model/manifest.ts';
import { routesOf, type HandWrittenPage, type Routes } from '../model/routes.ts';

/**
 * `manifest.json` of a content folder (relative to the working directory).
 * @throws Error with the way out when it can't be read.
 */
export function readManifest(folder = 'content'): Manifest {
  const file = join(folder, 'manifest.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch (error) {
    throw new Error(`${file} can't be read: run "npm run split"`, { cause: error });
  }
}

/** The `routes` value of a content folder: the manifest's pages and those written by hand beside them. */
export function readRoutes(
  folder = 'content',
  address: Address = addressOf(process.env),
): Routes {
  const manifest = readManifest(folder);
  const split = new Set(manifest.pages.map(({ file }) => file));
  const written = globSync('**/*.mdx', { cwd: folder, exclude: ['_source/**'] })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !split.has(file))
    .map((file) => handWrittenPage(file, readFileSync(join(folder, file), 'utf8')));
  return routesOf(manifest, written, address);
}

function handWrittenPage(file: string, text: string): HandWrittenPage {
  const frontmatter: Record<string, unknown> = parse(cutFrontmatter(text).yaml) ?? {};
  const { title, description, languages, sidebar } = frontmatter;
  if (typeof title !== 'string') {
    throw new Error(`content/${file}: no title in its frontmatter, expected "title: …"`);
  }
  const order = (sidebar as { order?: unknown } | undefined)?.order;
  return {
    file,
    title,
    description: typeof description === 'string' ? description : null,
    languages: LANGUAGES.map(({ id }) => id).filter(
      (id) => Array.isArray(languages) && languages.includes(id),
    ),
    order: typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER,
  };
}
