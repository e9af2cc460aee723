/**
 * Complaints that only a stand-in can be blamed for: a function given to something that another
 * package or file exports has no types for its parameters only because that export is of type any
 * here.
 */
import ts from 'typescript';

const IMPLICIT_ANY = new Set([7006, 7031]);

/** Is the complaint about a parameter whose type the real package would give? */
export function isOfStandIn(
  { code, start }: ts.Diagnostic,
  source: ts.SourceFile,
  checker: ts.TypeChecker,
): boolean {
  if (!IMPLICIT_ANY.has(code) || start === undefined) return false;
  const parameter = nodeAt(source, start);
  const callback = ts.findAncestor(parameter, ts.isFunctionLike);
  const call = callback?.parent;
  const isGiven = call && ts.isCallExpression(call) && call.arguments.some((it) => it === callback);
  if (isGiven) return isImportedAny(call.expression, checker);
  // `const Node: Component<Props> = (props) => …`, where the type itself is imported.
  const variable = callback && ts.findAncestor(callback, ts.isVariableDeclaration);
  return variable?.initializer === callback && isImportedType(variable?.type, checker);
}

function nodeAt(source: ts.SourceFile, position: number): ts.Node {
  let found: ts.Node = source;
  const walk = (node: ts.Node): void => {
    if (node.getStart(source) <= position && position < node.end) {
      found = node;
      ts.forEachChild(node, walk);
    }
  };
  walk(source);
  return found;
}

/** Does the value come from an import, through whatever was called, read or kept in between? */
function isImportedAny(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!(checker.getTypeAtLocation(expression).flags & ts.TypeFlags.Any)) return false;
  const root = rootOf(expression);
  const declaration = ts.isIdentifier(root)
    ? checker.getSymbolAtLocation(root)?.declarations?.[0]
    : undefined;
  if (!declaration) return false;
  if (ts.findAncestor(declaration, ts.isImportDeclaration)) return true;
  const variable = ts.findAncestor(declaration, ts.isVariableDeclaration);
  if (!variable?.initializer || variable.type) return false;
  return isImportedAny(variable.initializer, checker);
}

function rootOf(node: ts.Expression): ts.Expression {
  if (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node)
  ) {
    return rootOf(node.expression);
  }
  return node;
}

function isImportedType(type: ts.TypeNode | undefined, checker: ts.TypeChecker): boolean {
  return type !== undefined && (checker.getTypeFromTypeNode(type).flags & ts.TypeFlags.Any) !== 0;
}
