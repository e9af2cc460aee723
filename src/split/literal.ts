/** JavaScript literals, read and never run: the only expressions of the dialect that mean data. */
import { parseExpressionAt, type Expression, type SpreadElement } from 'acorn';

/** A JavaScript value that is written out. */
export type Literal = string | number | boolean | null | Literal[] | { [key: string]: Literal };

/**
 * The value of `['a', "b"]`, `{ a: 1 }`, `'text'`, `` `text` ``, `-1`; undefined for anything that
 * would have to be run (names, calls, templates with holes) and for what is no expression at all.
 */
export function readLiteral(source: string): Literal | undefined {
  try {
    const expression = parseExpressionAt(source, 0, { ecmaVersion: 'latest' });
    const rest = withoutComments(source.slice(expression.end));
    return rest.trim() === '' ? literalOf(expression) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Code without its block comments: `/* a *\/ b /* c *\/` → ` b `. One pass and no pattern, since a
 * pattern for a run of comments takes exponential time to refuse one.
 */
export function withoutComments(source: string): string {
  let kept = '';
  let from = 0;
  for (let open = source.indexOf('/*'); open >= 0; open = source.indexOf('/*', from)) {
    const close = source.indexOf('*/', open + 2);
    if (close < 0) break;
    kept += source.slice(from, open);
    from = close + 2;
  }
  return kept + source.slice(from);
}

function literalOf(node: Expression | SpreadElement | null): Literal | undefined {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'object' || typeof node.value === 'bigint'
        ? node.raw === 'null'
          ? null
          : undefined
        : node.value;
    case 'TemplateLiteral':
      return node.expressions.length === 0
        ? (node.quasis[0]?.value.cooked ?? undefined)
        : undefined;
    case 'UnaryExpression': {
      const value = literalOf(node.argument);
      return node.operator === '-' && typeof value === 'number' ? -value : undefined;
    }
    case 'ArrayExpression': {
      const items = node.elements.map(literalOf);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'ObjectExpression':
      return objectOf(node.properties);
    default:
      return undefined;
  }
}

function objectOf(
  properties: Extract<Expression, { type: 'ObjectExpression' }>['properties'],
): Literal | undefined {
  const entries: [string, Literal][] = [];
  for (const property of properties) {
    if (property.type !== 'Property' || property.computed || property.kind !== 'init')
      return undefined;
    const { key } = property;
    const name =
      key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
    const value = literalOf(property.value);
    if (name === undefined || value === undefined) return undefined;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/** All text in a literal, in reading order, keys included: what a reader would lose without it. */
export function literalWords(value: Literal): string[] {
  if (Array.isArray(value)) return value.flatMap(literalWords);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => [key, ...literalWords(inner)]);
  }
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** Is a literal an object, with its values by their names? */
export const isLiteralObject = (
  value: Literal | undefined,
): value is Extract<Literal, Readonly<Record<string, unknown>>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
