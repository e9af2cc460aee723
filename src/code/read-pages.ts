/** The edge of the code check: pages, table and packages, read from disk. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Manifest } from '../model/manifest.ts';
import { codeOf } from './blocks.ts';
import type { Bench } from './check.ts';
import type { CliHelp } from './cli.ts';
import { installedMotia } from './installed.ts';
import type { CodePage } from './make-report.ts';
import { VERSIONS } from './versions.ts';

/** Where the CLI's own words stand. */
export const CLI_HELP_FILE = join(import.meta.dirname, 'cli-help.json');

/**
 * All pages of a content folder with their blocks, sorted by file.
 * @throws Error naming file and line when a page is no MDX
 */
export function readCodePages(content: string): CodePage[] {
  const manifest = JSON.parse(readFileSync(join(content, 'manifest.json'), 'utf8')) as Manifest;
  const lines = new Map(manifest.pages.map(({ file, blocks }) => [file, blocks]));
  return globSync('**/*.mdx', { cwd: content, exclude: ['_source/**'] })
    .map((file) => file.split(sep).join('/'))
    .toSorted()
    .map((file) => ({
      ...codeOf(file, readFileSync(join(content, file), 'utf8')),
      lines: lines.get(file) ?? null,
    }));
}

/**
 * What a check needs beside the pages.
 * @param root the project, whose `node_modules` hold the packages
 * @throws Error with the way out when a version is not installed
 */
export function readBench(root: string): Bench {
  return {
    root,
    versions: VERSIONS.map((version) => installedMotia(version, root)),
    help: JSON.parse(readFileSync(CLI_HELP_FILE, 'utf8')) as CliHelp,
  };
}
