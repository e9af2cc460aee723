/** `{…}` in text: comments go with what they hide, literals become text, the rest is shown as it is. */
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx-expression';
import { readLiteral, withoutComments } from '../literal.ts';
import { lineOf } from '../tree.ts';
import type { TransformContext } from './context.ts';

/** What a reader sees of an expression: a literal's text, nothing of a comment, else its source. */
export function shownText(source: string): string {
  if (withoutComments(source).trim() === '') return '';
  const literal = readLiteral(source);
  return typeof literal === 'string' || typeof literal === 'number'
    ? String(literal)
    : `{${source}}`;
}

/** The text a reader sees for an expression, with a finding where it is source. Never evaluated. */
export function expressionText(
  node: MdxTextExpression | MdxFlowExpression,
  context: Pick<TransformContext, 'findings'>,
): string {
  const shown = shownText(node.value);
  if (shown === `{${node.value}}`) {
    const message = `expression {${node.value.trim().slice(0, 40)}} is shown as text`;
    context.findings.add('expression-as-text', 'info', lineOf(node), message);
  }
  return shown;
}
