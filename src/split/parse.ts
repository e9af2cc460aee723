/**
 * The Fumadocs dialect → mdast. It is MDX, read as MDX reads it, with two differences: a `<` or `{`
 * that opens nothing we know is text and not an error, and no expression is ever evaluated.
 */
import { fromMarkdown, type Extension as MdastExtension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression';
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { gfm } from 'micromark-extension-gfm';
import type { Root } from 'mdast';
import { VFileMessage } from 'vfile-message';
import { problemOfFenceMeta, readFenceMeta } from '../model/fence-meta.ts';
import { elementNames, VOID_NAMES } from './element-names.ts';
import { tolerantMdx } from './tolerant-mdx.ts';

/** A page that cannot be read; `line` counts in the page's body, from 1. */
export class ParseError extends Error {
  readonly rule: string;
  readonly line: number;
  /** Is it that tags are not paired as MDX wants them? */
  get isAboutTags(): boolean {
    return ['unclosed-tag', 'crossed-tag', 'unopened-tag'].includes(this.rule);
  }
  constructor(rule: string, message: string, line: number) {
    super(message);
    this.rule = rule;
    this.line = line;
  }
}

/**
 * Parses the body of a page.
 * @throws ParseError when a tag of the dialect is never closed, closed twice or malformed.
 */
export function parseDialect(body: string): Root {
  const names = elementNames(body);
  try {
    return fromMarkdown(body, {
      extensions: [gfm(), tolerantMdx(names)],
      mdastExtensions: [
        gfmFromMarkdown(),
        mdxExpressionFromMarkdown(),
        mdxJsxFromMarkdown(),
        closeVoidElements(),
        FENCE_META,
      ],
    });
  } catch (error) {
    if (error instanceof VFileMessage) throw explain(error);
    throw error;
  }
}

/** The meta of a fence keeps the escapes that are its own. */
const FENCE_META: MdastExtension = {
  exit: {
    codeFencedFenceMeta(token) {
      this.resume();
      const code = this.stack.at(-1);
      const written = this.sliceSerialize(token);
      const problem = problemOfFenceMeta(written);
      if (problem !== undefined) throw new ParseError('bad-meta', problem, token.start.line);
      if (code?.type === 'code') code.meta = readFenceMeta(written);
    },
  },
};

/** `<br>` and `<img …>` close themselves, as in HTML. */
function closeVoidElements(): MdastExtension {
  const base = mdxJsxFromMarkdown();
  const closing = (type: 'mdxJsxFlowTag' | 'mdxJsxTextTag'): MdastExtension['exit'] => ({
    [type](token) {
      const tag = this.data.mdxJsxTag;
      if (tag && !tag.close && VOID_NAMES.has(tag.name ?? '')) tag.selfClosing = true;
      base.exit?.[type]?.call(this, token);
    },
  });
  return { exit: { ...closing('mdxJsxFlowTag'), ...closing('mdxJsxTextTag') } };
}

/** micromark's message → which tag, which line. */
function explain(message: VFileMessage): ParseError {
  const place = message.place;
  const line = !place ? 1 : 'start' in place ? place.start.line : place.line;
  const opened = /closing tag for `(<[^`]*>)` \((\d+):/.exec(message.reason);
  if (opened)
    return new ParseError(
      'unclosed-tag',
      `${opened[1]} is never closed; close it on a line of its own, in the block that it is opened in`,
      Number(opened[2]),
    );
  const left = /Expected the closing tag `<\/([^`]*)>`/.exec(message.reason);
  if (left) {
    return new ParseError(
      'crossed-tag',
      `</${left[1]}> closes a tag opened outside its block; put both on lines of their own`,
      line,
    );
  }
  if (message.ruleId === 'unexpected-closing-slash') {
    const message = 'closing tag without an opening tag before it; remove it, or open it';
    return new ParseError('unopened-tag', message, line);
  }
  const [reason = ''] = message.reason.split('\n');
  return new ParseError(message.ruleId ?? 'syntax', reason, line);
}
