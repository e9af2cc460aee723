/**
 * Stand-ins for what a sample imports and no page shows: other packages, files of the reader's own.
 * Every name that is taken from them is of type any, as a value, a type and a namespace, so that
 * only Motia's API is judged.
 */
import ts from 'typescript';
import { importsOf } from './read-script.ts';

/** Type parameters of their own, so that `Foo`, `Foo<A>` and `Foo<A, B>` are all right. */
const PARAMETERS = '<A = any, B = any, C = any, D = any>';

/**
 * The declarations of a stand-in for one module, with just the names that this sample takes from it.
 * @param specifier as the sample's imports write it
 */
export function standIn(source: ts.SourceFile, specifier: string): string {
  const imports = importsOf(source).filter((it) => it.specifier === specifier);
  const names = imports.flatMap((it) => it.names);
  // `await import('…')` names nothing: all that is taken from it may be there.
  if (names.length === 0) return 'declare const all: any;\nexport = all;\n';
  const members = membersIn(source, (it) =>
    ts.isQualifiedName(it) ? [it.left, it.right] : undefined,
  );
  const used = membersIn(source, (it) =>
    ts.isPropertyAccessExpression(it) ? [it.expression, it.name] : undefined,
  );
  const declared = [...new Map(names.map((it) => [it.name, it])).values()].map(
    ({ name, local }) => {
      const types = [...(members.get(local) ?? [])].map(
        (type) => `export type ${type}${PARAMETERS} = any;`,
      );
      if (name === '*') {
        const values = [...(used.get(local) ?? [])].map((it) => `export declare const ${it}: any;`);
        return [...types, ...values].join('\n');
      }
      const own = name === 'default' ? '_default' : name;
      return [
        `declare const ${own}: any;`,
        `type ${own}${PARAMETERS} = any;`,
        ...(types.length > 0 ? [`declare namespace ${own} { ${types.join(' ')} }`] : []),
        name === 'default' ? `export default ${own};` : `export { ${own} };`,
      ].join('\n');
    },
  );
  return `${declared.join('\n')}\nexport {};\n`;
}

/** What stands behind the dots: of types `React.FC<Props>` → `React` has `FC`, of values likewise. */
function membersIn(
  source: ts.SourceFile,
  pairOf: (node: ts.Node) => [left: ts.Node, right: ts.Node] | undefined,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const walk = (node: ts.Node): void => {
    const [left, right] = pairOf(node) ?? [];
    if (left && right && ts.isIdentifier(left) && ts.isIdentifier(right)) {
      found.set(left.text, (found.get(left.text) ?? new Set()).add(right.text));
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}
