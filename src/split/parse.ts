/**
 * The Fumadocs dialect → mdast. It is MDX, read as MDX reads it, with two differences: a `<` or `{`
 * that opens nothing we know is text and not an error, and no expression is ever evaluated.
 */
import { fromMarkdown, type Extension as MdastExtension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression';
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { gfm } from 'micromark-extension-gfm';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character';
import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Root } from 'mdast';
import { VFileMessage } from 'vfile-message';
import { findFences } from './fences.ts';

/** The dialect's components and the HTML that pages use; other names are text unless in pairs. */
const COMPONENT_NAMES = [
  'Tabs',
  'Tab',
  'Callout',
  'Cards',
  'Card',
  'Steps',
  'Step',
  'Files',
  'Folder',
  'File',
];
const VOID_NAMES = new Set(['br', 'hr', 'img', 'source']);
const HTML_NAMES = new Set([
  ...VOID_NAMES,
  ...['a', 'b', 'blockquote', 'code', 'del', 'details', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5'],
  ...['h6', 'i', 'iframe', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'path', 'pre', 's', 'section'],
  ...['small', 'span', 'strong', 'sub', 'summary', 'sup', 'svg', 'table', 'tbody', 'td', 'th'],
  ...['thead', 'tr', 'u', 'ul', 'video'],
]);

/** A page that cannot be read; `line` counts in the page's body, from 1. */
export class ParseError extends Error {
  readonly rule: string;
  readonly line: number;
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
      ],
    });
  } catch (error) {
    if (error instanceof VFileMessage) throw explain(error);
    throw error;
  }
}

/**
 * The names that are elements on this page: the dialect's own always, others only where the page
 * both opens and closes them (`Promise<User>` opens and never closes: text).
 */
function elementNames(body: string): Set<string> {
  const prose = withoutFences(body);
  const found = (pattern: RegExp): Set<string> =>
    new Set([...prose.matchAll(pattern)].map((match) => match[1] ?? ''));
  const opened = found(/<([A-Za-z][\w.]*)(?=[\s/>])/g);
  const closed = found(/<\/([A-Za-z][\w.]*)\s*>/g);
  const selfClosed = new Set([...opened].filter((name) => isEverSelfClosed(prose, name)));
  const names = new Set(COMPONENT_NAMES);
  for (const name of opened) {
    const isElement = /^[A-Z]/.test(name) || HTML_NAMES.has(name);
    const isWhole = selfClosed.has(name) || VOID_NAMES.has(name) || closed.has(name);
    if (isElement && isWhole) names.add(name);
  }
  return names;
}

function isEverSelfClosed(prose: string, name: string): boolean {
  for (let at = prose.indexOf(`<${name}`); at >= 0; at = prose.indexOf(`<${name}`, at + 1)) {
    if (isSelfClosing(prose, at + name.length + 1)) return true;
  }
  return false;
}

/** Does the tag whose name ends at `at` end in `/>`? Quotes and braces in it may hold anything. */
function isSelfClosing(prose: string, at: number): boolean {
  let depth = 0;
  let quote = '';
  for (let i = at; i < prose.length; i++) {
    const char = prose.charAt(i);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === '>' && depth === 0) return prose[i - 1] === '/';
  }
  return false;
}

function withoutFences(body: string): string {
  const lines = body.split('\n');
  for (const fence of findFences(lines)) {
    lines.fill('', fence.open, (fence.close ?? lines.length - 1) + 1);
  }
  return lines.join('\n').replace(/(`+)[^`]*\1/g, '');
}

/** MDX syntax with a guard before every construct that could throw at text. */
function tolerantMdx(names: ReadonlySet<string>): Extension {
  const guard = (syntax: Extension, at: Construct): Extension => ({
    flow: guarded(syntax.flow, at),
    text: guarded(syntax.text, at),
  });
  const jsx = guard(mdxJsx(), knownTag(names));
  const expression = guard(mdxExpression(), balancedBraces);
  return {
    flow: { ...jsx.flow, ...expression.flow },
    text: { ...jsx.text, ...expression.text },
    disable: { null: ['codeIndented', 'htmlFlow', 'htmlText'] },
  };
}

function guarded(constructs: Extension['flow'], guard: Construct): NonNullable<Extension['flow']> {
  return Object.fromEntries(
    Object.entries(constructs ?? {}).map(([code, value]) => [
      code,
      [value ?? []].flat().map((construct) => guardedConstruct(construct, guard)),
    ]),
  );
}

function guardedConstruct(construct: Construct, guard: Construct): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects, ok, nok): State {
      const proceed = construct.tokenize.call(this, effects, ok, nok);
      return effects.check(guard, proceed, nok);
    },
  };
}

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
const isNameCode = (code: Code): code is NonNullable<Code> =>
  code !== null && code > 0 && /[\w.]/.test(String.fromCharCode(code));

/** Looks ahead: `<` or `</` and a name that is an element here. */
const knownTag = (names: ReadonlySet<string>): Construct => ({
  partial: true,
  tokenize(effects, ok, nok): State {
    let name = '';
    const start: State = (code) => {
      if (code !== LESS_THAN) return nok(code);
      effects.enter('data');
      effects.consume(code);
      return afterMarker;
    };
    const afterMarker: State = (code) => {
      if (code !== SLASH) return inName(code);
      effects.consume(code);
      return inName;
    };
    const inName: State = (code) => {
      if (isNameCode(code)) {
        name += String.fromCharCode(code);
        effects.consume(code);
        return inName;
      }
      effects.exit('data');
      const isEnd = code === SLASH || code === GREATER_THAN || markdownLineEndingOrSpace(code);
      return isEnd && names.has(name) ? ok(code) : nok(code);
    };
    return start;
  },
});

/** Looks ahead: `{` whose `}` comes before the text ends. */
const balancedBraces: Construct = {
  partial: true,
  tokenize(this: TokenizeContext, effects, ok, nok): State {
    const { parser, now } = this;
    let depth = 0;
    const start: State = (code) => {
      if (code !== LEFT_BRACE) return nok(code);
      return inside(code);
    };
    const inside: State = (code) => {
      if (code === null) return nok(code);
      if (markdownLineEnding(code)) {
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return nextLine;
      }
      effects.enter('data');
      return data(code);
    };
    // A line that only continues a paragraph lazily is outside the container that `{` stands in.
    const nextLine: State = (code) => (parser.lazy[now().line] ? nok(code) : inside(code));
    const data: State = (code) => {
      if (code === null || markdownLineEnding(code)) {
        effects.exit('data');
        return inside(code);
      }
      if (code === LEFT_BRACE) depth++;
      if (code === RIGHT_BRACE) depth--;
      effects.consume(code);
      if (depth > 0) return data;
      effects.exit('data');
      return ok;
    };
    return start;
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
    return new ParseError('unclosed-tag', `${opened[1]} is never closed`, Number(opened[2]));
  const left = /Expected the closing tag `<\/([^`]*)>`/.exec(message.reason);
  if (left) {
    return new ParseError(
      'crossed-tag',
      `</${left[1]}> closes a tag opened outside its block`,
      line,
    );
  }
  if (message.ruleId === 'unexpected-closing-slash') {
    return new ParseError('unopened-tag', 'closing tag without an opening tag before it', line);
  }
  const [reason = ''] = message.reason.split('\n');
  return new ParseError(message.ruleId ?? 'syntax', reason, line);
}
