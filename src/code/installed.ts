/** The versions of Motia as npm installed them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MotiaVersion } from './versions.ts';

/** One of them. */
export interface InstalledMotia {
  readonly version: string;
  /** Its folder in `node_modules`. */
  readonly folder: string;
  /** Entry point (`.`, `./build`) → its declaration file; only those whose file is there. */
  readonly entries: ReadonlyMap<string, string>;
}

/**
 * Finds a version in `node_modules`.
 * @throws Error with the way out when it isn't installed, or is another version than its alias says
 */
export function installedMotia({ version, alias }: MotiaVersion, root: string): InstalledMotia {
  const folder = join(root, 'node_modules', alias);
  const file = join(folder, 'package.json');
  if (!existsSync(file)) {
    throw new Error(`motia ${version} is not installed as node_modules/${alias}: run "npm ci"`);
  }
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    version: string;
    exports: Record<string, { types?: string }>;
  };
  if (manifest.version !== version) {
    throw new Error(
      `node_modules/${alias} is motia ${manifest.version}, expected ${version}: run "npm ci"`,
    );
  }
  const entries = Object.entries(manifest.exports).flatMap(([entry, { types = '' }]) => {
    const declarations = join(folder, types);
    return types && existsSync(declarations) ? [[entry, declarations] as const] : [];
  });
  return { version, folder, entries: new Map(entries) };
}

/** The entry point that an import means: `motia` → `.`, `motia/build` → `./build`; else undefined. */
export function entryOf(specifier: string): string | undefined {
  if (specifier === 'motia') return '.';
  return specifier.startsWith('motia/') ? `.${specifier.slice('motia'.length)}` : undefined;
}
