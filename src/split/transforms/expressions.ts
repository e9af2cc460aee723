/** `{…}` in text: comments go with what they hide, literals become text, the rest is shown as it is. */
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx-expression';
import { readLiteral, withoutComments } from '../literal.ts';
import { lineOf } from '../tree.ts';
import type { TransformContext } from './context.ts';

/** The text a reader sees for an expression; `''` for a comment. Nothing is ever evaluated. */
export function expressionText(
  node: MdxTextExpression | MdxFlowExpression,
  context: Pick<TransformContext, 'findings'>,
): string {
  if (withoutComments(node.value).trim() === '') return '';
  const literal = readLiteral(node.value);
  if (typeof literal === 'string' || typeof literal === 'number') return String(literal);
  const message = `expression {${node.value.trim().slice(0, 40)}} is shown as text`;
  context.findings.add('expression-as-text', 'info', lineOf(node), message);
  return `{${node.value}}`;
}
