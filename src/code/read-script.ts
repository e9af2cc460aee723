/** What a TypeScript or JavaScript sample says about itself: its imports and its top-level values. */
import ts from 'typescript';

/** One name that a sample imports. */
export interface ImportedName {
  /** As the module exports it; `default` and `*` for the whole. */
  readonly name: string;
  /** As the sample calls it. */
  readonly local: string;
}

/** One import or re-export of a sample. */
export interface Import {
  readonly specifier: string;
  readonly names: readonly ImportedName[];
  /** In the sample, from 1. */
  readonly line: number;
}

/** Parses a sample; `tsx` also reads what `ts` does not. Nothing is bound or checked. */
export function readScript(path: string, code: string): ts.SourceFile {
  return ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true);
}

const SYNTAX: ts.CompilerOptions = {
  allowJs: true,
  jsx: ts.JsxEmit.Preserve,
  noLib: true,
  noResolve: true,
  types: [],
};

/** What the compiler's parser says against a sample, by its line; nothing is looked up or checked. */
export function syntaxFaults(path: string, code: string): { message: string; line: number }[] {
  const source = readScript(path, code);
  const program = ts.createProgram([path], SYNTAX, {
    ...ts.createCompilerHost(SYNTAX),
    fileExists: (file) => file === path,
    readFile: () => undefined,
    getSourceFile: (file) => (file === path ? source : undefined),
  });
  return program.getSyntacticDiagnostics(source).map(({ messageText, start }) => ({
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
    line: source.getLineAndCharacterOfPosition(start).line + 1,
  }));
}

/** All imports, `export … from` and dynamic `import('…')` of a sample, in its order. */
export function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const walk = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier) {
      found.push({
        specifier: specifier.text,
        names: namesOf(node),
        line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
      });
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node;
    return moduleSpecifier && ts.isStringLiteralLike(moduleSpecifier) ? moduleSpecifier : undefined;
  }
  if (ts.isCallExpression(node)) {
    const isImport =
      node.expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(node.expression) && node.expression.text === 'require');
    const [argument] = node.arguments;
    return isImport && argument && ts.isStringLiteralLike(argument) ? argument : undefined;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return ts.isStringLiteral(node.argument.literal) ? node.argument.literal : undefined;
  }
  return undefined;
}

function namesOf(node: ts.Node): ImportedName[] {
  if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) {
    return node.exportClause.elements.map(named);
  }
  if (ts.isCallExpression(node)) return unpackedNames(node);
  if (!ts.isImportDeclaration(node) || !node.importClause) return [];
  const { name, namedBindings } = node.importClause;
  const whole = name ? [{ name: 'default', local: name.text }] : [];
  if (!namedBindings) return whole;
  if (ts.isNamespaceImport(namedBindings)) {
    return [...whole, { name: '*', local: namedBindings.name.text }];
  }
  return [...whole, ...namedBindings.elements.map(named)];
}

/** `const { a } = await import('…')` */
function unpackedNames({ parent }: ts.CallExpression): ImportedName[] {
  const declaration = ts.isAwaitExpression(parent) ? parent.parent : parent;
  if (!ts.isVariableDeclaration(declaration)) return [];
  if (!ts.isObjectBindingPattern(declaration.name)) return [];
  return declaration.name.elements.flatMap(({ name, propertyName }) => {
    const key = propertyName ?? name;
    return ts.isIdentifier(key) ? [{ name: key.text, local: name.getText() }] : [];
  });
}

function named({ name, propertyName }: ts.ImportSpecifier | ts.ExportSpecifier): ImportedName {
  return { name: (propertyName ?? name).text, local: name.text };
}

/** The variable that a top-level statement declares with a value: `export const config = …`. */
export interface TopLevelValue {
  readonly name: string;
  readonly statement: ts.VariableStatement;
  readonly declaration: ts.VariableDeclaration;
  readonly value: ts.Expression;
}

/** All of them, in order. */
export function topLevelValues(source: ts.SourceFile): TopLevelValue[] {
  return source.statements.filter(ts.isVariableStatement).flatMap((statement) =>
    statement.declarationList.declarations.flatMap((declaration) => {
      const { name, initializer } = declaration;
      return ts.isIdentifier(name) && initializer
        ? [{ name: name.text, statement, declaration, value: initializer }]
        : [];
    }),
  );
}

/** An expression without `as const`, `satisfies …` and brackets around it. */
export function bare(expression: ts.Expression): ts.Expression {
  return ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isParenthesizedExpression(expression)
    ? bare(expression.expression)
    : expression;
}

/** The value of a property of an object literal, if it is written out there. */
export function property(
  object: ts.ObjectLiteralExpression,
  key: string,
): ts.Expression | undefined {
  for (const it of object.properties) {
    if (ts.isPropertyAssignment(it) && nameOf(it.name) === key) return it.initializer;
    if (ts.isShorthandPropertyAssignment(it) && it.name.text === key) return it.name;
  }
  return undefined;
}

function nameOf(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : undefined;
}
