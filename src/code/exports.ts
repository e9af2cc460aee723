/** The names that a version of Motia exports. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { InstalledMotia } from './installed.ts';

/**
 * Entry point (`.`) → its exported names, types and values alike.
 * @throws Error when a declaration file is not the one list of names that Motia's bundler writes
 */
export function exportsOf({ entries, version }: InstalledMotia): Map<string, Set<string>> {
  return new Map(
    [...entries].map(([entry, file]) => {
      const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
      const names = source.statements.filter(ts.isExportDeclaration).flatMap(({ exportClause }) => {
        if (!exportClause || !ts.isNamedExports(exportClause)) {
          throw new Error(`motia ${version}: ${file} exports by *, which is not followed`);
        }
        return exportClause.elements.map(({ name }) => name.text);
      });
      return [entry, new Set(names)];
    }),
  );
}
